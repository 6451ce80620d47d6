/** What a stream has told from the beginning of its log on, until it has told `until`. */
export async function readStreamUntil(
  address: URL,
  { token, until, signal }: { token: string | undefined; until: string; signal: AbortSignal },
): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'last-event-id': '1.0.0' };
  const response = await fetch(address, { headers, signal });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes(until)) text += decoder.decode((await reader.read()).value);
  return text;
}
