// Complaints that keep coming, whether those before them were answered or not.
import { Pool } from 'undici';
import { complaint } from './backlog.mjs';

const tickMs = 20;
let next = 1_000_000;

/**
 * Files so many complaints a second, each by itself, until it is stopped. Every `criticalEach`th is critical: its
 * alert is raised as its case opens.
 * @returns `stop`, which resolves with the rate that was reached and the critical ones with their instants
 */
export function startLoad({ url, tokens }, { perSecond, criticalEach = Infinity }) {
  const pool = new Pool(url, { connections: 32, pipelining: 1 });
  // Whoever files a complaint has its case: not the agent who is looked at.
  const headers = {
    authorization: `Bearer ${tokens.colleague}`,
    'content-type': 'application/json',
  };
  const critical = [];
  const pending = new Set();
  const startedAt = performance.now();
  let sent = 0;
  let failure;

  const send = async (isCritical) => {
    next += 1;
    const body = JSON.stringify(complaint(next, isCritical ? { severity: 'critical' } : {}));
    const sentAt = performance.timeOrigin + performance.now();
    const request = { method: 'POST', path: '/api/v1/complaints', headers, body };
    const answer = await pool.request(request);
    const said = await answer.body.json();
    if (answer.statusCode !== 201) throw new Error(`answered ${JSON.stringify(said)}`);
    if (isCritical) critical.push({ sentAt, id: said.complaintId });
  };
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1_000);
    for (; sent < due; sent += 1) {
      const one = send((sent + 1) % criticalEach === 0)
        .catch((error) => (failure ??= error))
        .finally(() => pending.delete(one));
      pending.add(one);
    }
  }, tickMs);
  return {
    sent: () => sent,
    critical,
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
      const elapsed = (performance.now() - startedAt) / 1_000;
      await pool.close();
      if (failure) throw failure;
      return { perSecond: Math.round(sent / elapsed), sent };
    },
  };
}
