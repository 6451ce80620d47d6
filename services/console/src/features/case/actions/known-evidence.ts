import type { CaseView, Resolution, TimelineEntry } from '../case-queries.js';
import { isGiven } from '../given-remedy.js';
import { eventName } from '../timeline/entry-facts.js';

/** What is known of a stage, by the names of its fields; instants as text. */
export type EvidenceValues = Readonly<Record<string, unknown>>;

export interface KnownEvidence {
  /** Recorded with the case: nobody gives it again. */
  held: Readonly<Record<string, EvidenceValues>>;
  /** What the complaint says in its own words: it is evidence once somebody confirms it. */
  told: Readonly<Record<string, EvidenceValues>>;
  /** Nobody has been spoken to: the case can't prove the contact that listening asks for. */
  lacksContact?: boolean;
}

export interface EvidenceSources {
  of: Pick<CaseView, 'triage' | 'category' | 'product' | 'unit' | 'channel'>;
  /** Absent where it may not be read. */
  complaint: { statement: string; remedySought: string | null } | undefined;
  timeline: readonly Pick<TimelineEntry, 'type' | 'data' | 'texts'>[];
  resolution: Pick<Resolution, 'apologies' | 'remedies' | 'causes' | 'actions'> | undefined;
}

/**
 * Everything that the case knows of what its stages ask for, so that it is confirmed and not typed anew. Of a case that
 * was reopened what was recorded since then: its stages begin again, and what was done in an earlier round proves nothing.
 */
export function knownEvidence(sources: EvidenceSources): KnownEvidence {
  const { of, complaint, timeline } = sources;
  const began = timeline.findLastIndex(({ type }) => eventName(type) === 'case.reopened');
  const round = timeline.slice(began + 1);
  const kept = keptIn(round);
  const recorded = recordedIn(sources.resolution, round, String(timeline[began]?.data['at'] ?? ''));
  const held: Record<string, EvidenceValues> = {
    control: { ...kept['control'], ...given({ emotionLevel: of.triage?.emotionLevel }) },
    listen: { ...kept['listen'], ...given({ product: of.product }) },
    establish: {
      ...kept['establish'],
      ...given({
        category: of.category === 'unclassified' ? null : of.category,
        department: of.unit,
      }),
    },
    apologise: { ...kept['apologise'], ...recorded.apologise },
    resolve: { ...kept['resolve'], ...recorded.resolve },
  };
  const words = { facts: complaint?.statement, remedySought: complaint?.remedySought };
  const unsaid = Object.entries(given(words)).filter(([name]) => !(name in held['listen']!));
  return {
    held,
    told: { listen: Object.fromEntries(unsaid) },
    // Who rings or comes has been spoken to; who writes has not.
    lacksContact:
      of.channel !== 'phone' &&
      of.channel !== 'visit' &&
      !timeline.some(
        ({ type, data }) =>
          eventName(type) === 'case.contact-recorded' && data['partyId'] === undefined,
      ),
  };
}

/** Of two values kept for one field the later one counts. A text whose key was erased is none. */
function keptIn(timeline: EvidenceSources['timeline']): Record<string, EvidenceValues> {
  const kept: Record<string, EvidenceValues> = {};
  for (const { type, data, texts } of timeline) {
    if (eventName(type) !== 'case.evidence-added') continue;
    const stage = String(data['stage']);
    const evidence = data['evidence'] as EvidenceValues | undefined;
    kept[stage] = { ...kept[stage], ...given({ ...evidence, ...texts }) };
  }
  return kept;
}

/** What was settled since an instant; a remedy also when it was agreed to in this round. */
function recordedIn(
  resolution: EvidenceSources['resolution'],
  round: EvidenceSources['timeline'],
  since: string,
) {
  const decided = new Set(
    round.flatMap(({ type, data }) =>
      eventName(type) === 'case.remedy-decided' ? [data['remedyId']] : [],
    ),
  );
  const isOfRound = ({ at }: { at: string }) => at > since;
  const apology = resolution?.apologies.findLast(isOfRound);
  const granted = (resolution?.remedies ?? []).filter(
    (one) => isGiven(one) && (isOfRound(one) || decided.has(one.id)),
  );
  return {
    apologise: given({
      apology: apology?.text,
      apologyChannel: apology?.channel,
      remedyOffered: granted.at(-1)?.text,
    }),
    resolve: given({
      remedyCost: granted.length > 0 ? granted.reduce((sum, { cost }) => sum + cost, 0) : null,
      rootCause: resolution?.causes.findLast(isOfRound)?.text,
      preventiveAction: resolution?.actions.findLast(
        (one) => isOfRound(one) && one.status !== 'dropped',
      )?.text,
    }),
  };
}

const given = (values: EvidenceValues): EvidenceValues =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
