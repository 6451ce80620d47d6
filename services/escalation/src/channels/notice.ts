import { CaseJoinRequested } from '#contracts';
import type { DataOf } from '#contracts';
import type { LogEvent } from '#eventing';

/** What people are mailed that is no alert of a case. It holds codes, nothing of a customer. */
export type Notice =
  | { kind: 'join-request'; caseId: string; agent: string; at: string }
  | { kind: 'promise-overdue'; questionId: string; standard: string; desk: string; dueAt: string };

/** Who asks to see a case; undefined of every other event. */
export function joinNotice({ type, key, body }: LogEvent): Notice | undefined {
  if (type !== CaseJoinRequested.type) return undefined;
  const { agent, at } = JSON.parse(body) as DataOf<typeof CaseJoinRequested>;
  return { kind: 'join-request', caseId: key, agent, at };
}
