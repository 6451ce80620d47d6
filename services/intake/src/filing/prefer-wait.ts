/** Longest wait a caller may ask for, in seconds; longer wishes are shortened to it. */
const maximumWaitSeconds = 30;

/** `Prefer: wait=2` (RFC 7240, section 4.3) in milliseconds; undefined when it asks for no wait. */
export function readWait(prefer: string | undefined): number | undefined {
  const match = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?/i.exec(prefer ?? '');
  if (!match) return undefined;
  return Math.min(Number(match[1]), maximumWaitSeconds) * 1_000;
}

/**
 * Asks escalation for the case until it is open or the time is up, with the caller's own
 * authorization. Whatever goes wrong there costs only the wait: the complaint is already safe.
 */
export async function waitForCase(
  baseUrl: string,
  caseId: string,
  authorization: string,
  waitMs: number,
): Promise<unknown> {
  const deadline = AbortSignal.timeout(waitMs);
  for (let pauseMs = 5; !deadline.aborted; pauseMs = Math.min(pauseMs * 1.5, 100)) {
    const found = await askOnce(`${baseUrl}/api/v1/cases/${caseId}`, authorization, deadline);
    if (found !== undefined) return found;
    await pause(pauseMs, deadline);
  }
  return undefined;
}

async function askOnce(url: string, authorization: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, { headers: { authorization }, signal });
    if (response.ok) return await response.json();
    await response.body?.cancel();
  } catch {
    // Not reachable now: the next round asks again, the deadline ends it.
  }
  return undefined;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
