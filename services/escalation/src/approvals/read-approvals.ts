import type { CaseApprovalsView, TimelineEntry } from '#contracts';
import { caseEventOf } from '../domain/case-event.js';

type Item = CaseApprovalsView['items'][number];

/** What was asked for in a case and what became of it, from its timeline. */
export function toApprovalsView(timeline: readonly TimelineEntry[]): CaseApprovalsView {
  const items = new Map<string, Item>();
  for (const { type, data, texts } of timeline) {
    const event = caseEventOf(type, data);
    if (event?.name === 'approvalAsked') {
      const { approvalId: id, command, decides, at, by, dueAt = null } = event.data;
      items.set(id, {
        ...{
          id,
          command,
          decides,
          at,
          by,
          dueAt,
          status: 'asked',
          input: readInput(texts['input']),
        },
        ...{ decidedAt: null, decidedBy: null, note: null },
      });
    } else if (event?.name === 'approvalDecided') {
      const { approvalId, outcome: status, at: decidedAt, by: decidedBy } = event.data;
      const item = items.get(approvalId);
      if (item) Object.assign(item, { status, decidedAt, decidedBy, note: texts['note'] ?? null });
    }
  }
  return { items: [...items.values()] };
}

/** The body of a command as it was sealed; null where the customer was erased. */
export function readInput(text: string | null | undefined): Record<string, unknown> | null {
  return typeof text === 'string' ? (JSON.parse(text) as Record<string, unknown>) : null;
}
