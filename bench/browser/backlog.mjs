// Open cases in the store, a few of them on one agent's desk.
import { setTimeout as sleep } from 'node:timers/promises';

const chunk = 500;
/** What one agent has at a time. */
export const ownCases = 40;

export const complaint = (index, changes = {}) => ({
  channel: 'phone',
  customer: { name: `Caller ${index}`, phone: `+86 139 ${String(10_000_000 + index)}` },
  category: index % 3 === 0 ? 'repair' : 'billing',
  statement: `The meter was read twice in one month and billed twice; complaint number ${index}.`,
  severity: index % 20 === 0 ? 'high' : 'normal',
  organisation: 'north',
  ...changes,
});

/** Files so many, gives the last of them to the agent, and resolves when all of them are open. */
export async function fillStore({ call }, count) {
  let ids = [];
  for (let at = 0; at < count; at += chunk) {
    const size = Math.min(chunk, count - at);
    const body = Array.from({ length: size }, (_, i) => complaint(at + i));
    const { items } = await call('admin', 'POST', '/api/v1/complaints', body);
    const refused = items.find(({ id }) => id === undefined);
    if (refused) throw new Error(`not filed: ${JSON.stringify(refused)}`);
    ids = items.map(({ id }) => id);
  }
  for (const id of ids) await untilOpen(call, id);
  await assign(call, ids.slice(-ownCases), 'a-001');
}

/** The case of a complaint, once it is there. */
export async function untilOpen(call, id) {
  const startedAt = Date.now();
  for (;;) {
    const found = await call('admin', 'GET', `/api/v1/cases/${id}`).catch(() => undefined);
    if (found) return found;
    if (Date.now() - startedAt > 300_000) throw new Error(`case ${id} was not opened`);
    await sleep(100);
  }
}

export async function assign(call, ids, owner) {
  const body = { cases: ids.map((id) => ({ case: id })), body: { owner, reason: 'workload' } };
  const { items } = await call('supervisor', 'POST', '/api/v1/cases/commands/assign', body);
  const refused = items.find(({ status }) => status !== 200);
  if (refused) throw new Error(`not assigned: ${JSON.stringify(refused)}`);
}
