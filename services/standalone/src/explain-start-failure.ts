import type { PlatformConfig } from '#platform';

/** Why the start failed, in one line somebody can act on. */
export function explainStartFailure(error: unknown, config: PlatformConfig): string {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Port ${config.port} is in use; set PORT to another one, or stop what listens there.`;
  }
  if (syscall === 'listen' && code === 'EACCES') {
    return `Port ${config.port} is not for this account; set PORT to one above 1023.`;
  }
  if (syscall === 'listen' && code === 'EADDRNOTAVAIL') {
    return `HOST ${config.host} is no address of this machine.`;
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return `The data folder ${config.dataDir} can't be written (${code}); set CLEARLINE_DATA to one that can.`;
  }
  return `Clearline did not start: ${message ?? String(error)}`;
}
