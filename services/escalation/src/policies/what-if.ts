import type { RecordedClockView, WhatIfView } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { explainSentence, recordedClock, WhatIf } from '#sla';
import type { Policy, RecordedClock, WhatIfFlip } from '#sla';
import { listRecordedClocks } from '../cases/recorded-clocks.js';
import type { CaseAccess } from '../domain/access/case-access.js';

/** Small enough that other requests get their turn between two pages. */
const casesAtOnce = 200;

/**
 * Replays the clocks of every case that the caller sees against a policy that is not published, page by page;
 * writes nothing and locks nothing.
 */
export async function whatIf(
  { database, clock }: ServiceRuntime,
  policy: Policy,
  mostFlips: number,
  access: CaseAccess,
): Promise<WhatIfView> {
  const replay = new WhatIf({ policy, now: clock.now(), mostFlips });
  for (let after: string | undefined; ;) {
    const query = { limit: casesAtOnce, ...(after !== undefined && { after }) };
    const { items, next } = await listRecordedClocks(database, query, access);
    for (const item of items) replay.add(toRecorded(item));
    if (next === null) break;
    after = next;
  }
  const { flips, ...totals } = replay.result();
  return { ...totals, flips: flips.map(toFlipView) };
}

function toRecorded(view: RecordedClockView): RecordedClock {
  const { dimensions, pauses, startedAt, stoppedAt, dueAt, ...row } = view;
  return recordedClock.parse({
    ...row,
    facts: dimensions,
    startedAt: Date.parse(startedAt),
    dueAt: Date.parse(dueAt),
    ...(stoppedAt !== undefined && { stoppedAt: Date.parse(stoppedAt) }),
    ...(pauses && {
      pauses: pauses.map(({ from, to, reason }) => ({
        from: Date.parse(from),
        ...(to !== undefined && { to: Date.parse(to) }),
        reason,
      })),
    }),
  });
}

type FlipView = WhatIfView['flips'][number];

function toFlipView({ recorded, verdict, dueAt, explanation }: WhatIfFlip): FlipView {
  const { caseId, number = caseId, kind, stage } = recorded;
  return {
    ...{ caseId, number, kind: kind as FlipView['kind'] },
    ...(stage !== undefined && { stage: stage as FlipView['stage'] }),
    before: recorded.verdict as FlipView['before'],
    after: verdict,
    // Every clock of a case has one.
    dueBefore: new Date(recorded.dueAt!).toISOString(),
    dueAfter: new Date(dueAt).toISOString(),
    why: {
      zh: explainSentence(explanation, 'zh-CN'),
      en: explainSentence(explanation, 'en'),
    },
  };
}
