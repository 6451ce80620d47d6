import type { AlertsTakenView, AlertView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Principal } from '#platform';
import { requireSeen } from '../access/access-of.js';
import { CaseBatch } from '../cases/case-batch.js';
import type { CaseParts } from '../cases/case-parts.js';
import { runCommand } from '../cases/execute-command.js';
import type { DutyStore } from '../duty/duty-store.js';
import { answerAll } from '../supervisors/answer-each.js';
import { alertAccessOf } from './alert-access.js';
import { getAlert } from './alert-views.js';

/**
 * Somebody takes an alert on: it climbs no further.
 * @throws Problem `not-found`; `forbidden` for an alert of a case that they do not see
 */
export async function acknowledgeAlert(
  { database, clock }: ServiceRuntime,
  parts: CaseParts,
  duty: DutyStore,
  id: string,
  principal: Principal,
): Promise<AlertView> {
  const access = await alertAccessOf(database, principal);
  const { caseId } = await getAlert(database, id, access, parts.policies, duty);
  const by = principal.agentId ?? principal.username;
  await database.transaction(async (tx) => {
    const batch = await CaseBatch.load(tx, [caseId], parts);
    requireSeen(access.cases, batch.get(caseId).state);
    const command = { type: 'acknowledge-alert', alertId: id, by } as const;
    runCommand(batch, caseId, command, clock.now(), principal);
    batch.flush(tx);
  });
  return getAlert(database, id, access, parts.policies, duty);
}

/** Somebody takes many alerts on. Each is a transaction of its own: what one is refused, they have the others still. */
export async function acknowledgeAlerts(
  runtime: ServiceRuntime,
  parts: CaseParts,
  duty: DutyStore,
  ids: readonly string[],
  principal: Principal,
): Promise<AlertsTakenView['items']> {
  const answers = await answerAll(runtime, 'acknowledge-alert', ids, async (id) => {
    const { acknowledgedBy } = await acknowledgeAlert(runtime, parts, duty, id, principal);
    return { status: 200, acknowledgedBy: acknowledgedBy! };
  });
  return answers.map((answer, index) => ({ index, alert: ids[index]!, ...answer }));
}
