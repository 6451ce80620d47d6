import type { Peers } from '#eventing';

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
 * authorization; a case that the caller does not see is not waited for. Whatever goes wrong there costs only the wait: the complaint is already safe.
 */
export async function waitForCase(
  peers: Peers,
  caseId: string,
  authorization: string,
  until: AbortSignal,
): Promise<unknown> {
  const path = `/api/v1/cases/${caseId}`;
  for (let pauseMs = 5; !until.aborted; pauseMs = Math.min(pauseMs * 1.5, 100)) {
    try {
      const { status, body } = await peers.get('escalation', path, authorization, until);
      if (status === 200) return body;
      if (status === 403) return undefined;
    } catch {
      // Not reachable now: the next round asks again, the deadline ends it.
    }
    await pause(pauseMs, until);
  }
  return undefined;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
