import { ComplaintEvidenceGiven, customersEvidence, evidenceTextNames } from '#contracts';
import type { DataOf, Envelope, EvidenceByStage } from '#contracts';
import type { FilingWork, FollowingEvent } from './filing-work.js';

type Stage = keyof EvidenceByStage;
type Value = string | number | boolean;

/** The free texts of evidence, in the order in which `evidenceEvent` expects their envelopes. */
export function evidenceTexts(evidence: EvidenceByStage): string[] {
  return fieldsOf(evidence).flatMap(({ stage, name, value }) =>
    evidenceTextNames[stage].includes(name) ? [String(value)] : [],
  );
}

/** What the customer said, as far as evidence holds it. */
export const customersTexts = (evidence: EvidenceByStage): string[] =>
  fieldsOf(evidence).flatMap(({ name, value }) =>
    customersEvidence.has(name) ? [String(value)] : [],
  );

/** What a complaint brings along for the stages of its case. */
export function evidenceEvent(
  work: FilingWork,
  evidence: EvidenceByStage,
  envelopes: readonly Envelope[],
): FollowingEvent {
  const rest = [...envelopes];
  const stages = new Map<Stage, DataOf<typeof ComplaintEvidenceGiven>['stages'][number]>();
  for (const { stage, name, value } of fieldsOf(evidence)) {
    const ofStage = stages.get(stage) ?? { stage, evidence: {}, texts: {} };
    stages.set(stage, ofStage);
    if (evidenceTextNames[stage].includes(name)) ofStage.texts[name] = rest.shift()!;
    else ofStage.evidence[name] = value;
  }
  const data: DataOf<typeof ComplaintEvidenceGiven> = {
    complaintId: work.id,
    at: new Date(work.now).toISOString(),
    stages: [...stages.values()],
    by: work.actor.agentId ?? work.actor.name,
  };
  const { type, topic } = ComplaintEvidenceGiven;
  return { type, topic, data, occurredAt: work.now };
}

function fieldsOf(evidence: EvidenceByStage): { stage: Stage; name: string; value: Value }[] {
  return (Object.keys(evidence) as Stage[]).flatMap((stage) =>
    Object.entries(evidence[stage] ?? {}).map(([name, value]) => ({
      stage,
      name,
      value: value as Value,
    })),
  );
}
