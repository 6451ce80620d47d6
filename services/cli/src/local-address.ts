/** Where `npm start` listens with the same environment: the default of everything that calls it. */
export function localAddress(env: Record<string, string | undefined> = process.env): string {
  const port = env.PORT?.trim() || '3000';
  return `${env.TLS_CERT?.trim() ? 'https' : 'http'}://localhost:${port}`;
}
