import type { Principal } from '#platform';
import { Problem } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { CaseState } from '../domain/case-state.js';
import type { PolicyBook } from '../domain/policy-book.js';
import type { QueueCommand } from '../domain/queues/queue-command.js';

type QueueInput = Extract<CommandInput, { name: QueueCommand['type'] }>;

/** The domain's command, its note sealed. */
export async function toQueueCommand(
  { name, input }: QueueInput,
  principal: Principal,
  seal: Seal,
): Promise<QueueCommand> {
  const by = principal.agentId ?? principal.username;
  if (name === 'record-handling') {
    const { activity, seconds } = input;
    return { type: name, activity, seconds, by };
  }
  const { queue, note } = input;
  return { type: name, queue, ...(note ? await seal({ note }) : {}), by };
}

/** @throws Problem `validation` for a queue that the case's policy does not have */
export function checkQueue(
  name: string,
  input: Readonly<Record<string, unknown>>,
  state: CaseState,
  policies: PolicyBook,
): void {
  if (name !== 'move-to-queue' || state.stage === 'none') return;
  const { queues = [] } = policies.version(state.policyVersion);
  if (queues.some(({ id }) => id === input['queue'])) return;
  const message = "the case's policy has no queue with this code";
  throw new Problem('validation', { errors: [{ path: 'queue', rule: 'unknown-code', message }] });
}
