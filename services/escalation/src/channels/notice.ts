import { CaseJoinRequested, CaseOrderGiven } from '#contracts';
import type { DataOf, OrderKind } from '#contracts';
import type { LogEvent } from '#eventing';
import type { Gap } from '../policies/chain-words.js';
import { transferNoticeOf } from './transfer-notice.js';
import type { TransferNotice } from './transfer-notice.js';

/** What the daily look at the ladders of the policy in force found, and nobody was mailed yet. */
export interface LadderNotice {
  kind: 'ladder-gaps';
  policyVersion: number;
  at: string;
  gaps: readonly Gap[];
}

/** What people are mailed that is no alert of a case. It holds codes, nothing of a customer. */
export type Notice =
  | { kind: 'join-request'; caseId: string; agent: string; at: string }
  | {
      kind: 'order-given';
      caseId: string;
      orderId: string;
      order: OrderKind;
      unit: string;
      by: string;
      at: string;
      dueAt: string;
    }
  | { kind: 'promise-overdue'; questionId: string; standard: string; desk: string; dueAt: string }
  | LadderNotice
  | TransferNotice;

/**
 * Who asks to see a case, what a unit is asked for beside the one that has it, and a case that goes to another unit or
 * comes back from it; undefined of every other event.
 */
export function noticeOf(event: LogEvent): Notice | undefined {
  const { type, key: caseId, body } = event;
  if (type === CaseJoinRequested.type) {
    const { agent, at } = JSON.parse(body) as DataOf<typeof CaseJoinRequested>;
    return { kind: 'join-request', caseId, agent, at };
  }
  if (type !== CaseOrderGiven.type) return transferNoticeOf(event);
  const given = JSON.parse(body) as DataOf<typeof CaseOrderGiven>;
  const { orderId, kind: order, unit, by, at, dueAt } = given;
  return { kind: 'order-given', caseId, orderId, order, unit, by, at, dueAt };
}
