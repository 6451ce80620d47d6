import { hashKey } from '@tanstack/react-query';
import { severities } from './desk-types.js';
import type {
  Advice,
  ClearStage,
  Complaint,
  Evidence,
  Intake,
  Severity,
  Threat,
} from './desk-types.js';

/** What is no product of the organisation, as the evidence of a case names it. */
export const noProduct = 'none';
/** The category of what nobody could place yet. */
export const unclassified = 'unclassified';

export const emptyIntake: Intake = {
  channel: 'phone',
  phone: '',
  name: '',
  tier: 'standard',
  isAnonymous: false,
  statement: '',
  severity: 'normal',
  threats: [],
  evidence: {},
};

/** Whether somebody would miss it. */
export const isTouched = (intake: Intake): boolean =>
  JSON.stringify(intake) !== JSON.stringify(emptyIntake);

/** A draft that was read anew has its fields in another order. */
export const isSame = (one: Intake, other: Intake): boolean => hashKey([one]) === hashKey([other]);

export type EvidenceOf<Stage extends ClearStage> = NonNullable<Evidence[Stage]>;

/** With another answer to one question of a stage. */
export function withEvidence<Stage extends ClearStage>(
  intake: Intake,
  stage: Stage,
  change: Partial<EvidenceOf<Stage>>,
): Intake {
  const kept = { ...intake.evidence[stage], ...change };
  return { ...intake, evidence: { ...intake.evidence, [stage]: kept } };
}

/** With a threat ticked, beside those that are. */
export const withThreat = (intake: Intake, threat: Threat): Intake =>
  intake.threats.includes(threat) ? intake : { ...intake, threats: [...intake.threats, threat] };

/** Whether the coach found nothing in a statement that somebody should know. */
export const isPlain = ({ severity, emotionLevel, threats, customerTypes }: Advice): boolean =>
  !severity && !emotionLevel && threats.length === 0 && customerTypes.length === 0;

/** Whether what is chosen is as grave as what the words show, or graver. */
export const isAsGrave = (chosen: Severity, shown: Severity): boolean =>
  severities.indexOf(chosen) >= severities.indexOf(shown);

const phonePattern = /^\+?[\d ()-]{5,24}$/;

/** Enough of a phone to look somebody up by, as the server sees it. */
export const isPhone = (text: string): boolean =>
  phonePattern.test(text) && text.replace(/\D/g, '').length >= 5;

/** As a draft is kept: an instant that cannot be read would have all of it refused. The form has it still. */
export function withoutUnread(intake: Intake): Intake {
  const { happenedAt, ...listen } = intake.evidence.listen ?? {};
  if (!happenedAt || isInstant(happenedAt)) return intake;
  return { ...intake, evidence: { ...intake.evidence, listen } };
}

/** What is asked for before a complaint can be filed, as names of texts. */
export type Lack = 'customer' | 'name' | 'phone' | 'statement' | 'category' | 'happenedAt';

/** An instant as the field gives it; what else is typed there is none, though a browser may read it as one. */
export const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

/** What filing still needs. `customerId` is whoever the phone belongs to, chosen or found. */
export function lacksOf(intake: Intake, customerId: string | undefined): Lack[] {
  const lacks: Lack[] = [];
  if (!intake.isAnonymous && customerId === undefined) {
    const [hasName, hasPhone] = [intake.name.trim() !== '', isPhone(intake.phone.trim())];
    if (!hasName && !hasPhone) lacks.push('customer');
    else if (!hasPhone) lacks.push('phone');
    else if (!hasName) lacks.push('name');
  }
  if (intake.statement.trim() === '') lacks.push('statement');
  if (intake.category === undefined) lacks.push('category');
  const { happenedAt } = intake.evidence.listen ?? {};
  if (happenedAt && !isInstant(happenedAt)) lacks.push('happenedAt');
  return lacks;
}

/** The complaint as it is filed: only what is known, with the evidence of each stage that has any. */
export function toComplaint(intake: Intake, customerId: string | undefined): Complaint {
  const { channel, organisation, party, severity, threats, product } = intake;
  const evidence = givenEvidence(intake);
  const remedySought = evidence.listen?.remedySought;
  return {
    channel,
    category: intake.category ?? unclassified,
    statement: intake.statement.trim(),
    customer: customerOf(intake, customerId),
    severity,
    ...(threats.length > 0 && { threats }),
    ...(product !== undefined && product !== noProduct && { product }),
    ...(organisation !== undefined && { organisation }),
    ...(party !== undefined && { party }),
    ...(remedySought !== undefined && { remedySought: remedySought.slice(0, 4_000) }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  };
}

function customerOf(intake: Intake, customerId: string | undefined): Complaint['customer'] {
  if (intake.isAnonymous) return { anonymous: true };
  if (customerId !== undefined) return { id: customerId };
  return { name: intake.name.trim(), phone: intake.phone.trim(), tier: intake.tier };
}

/** Answers that say something, texts without what surrounds them; a flag that says no is no evidence. */
export function givenEvidence({ evidence, product }: Intake): Evidence {
  const told = {
    ...evidence,
    ...(product === noProduct && { listen: { ...evidence.listen, product } }),
  };
  const stages = Object.entries(told).map(([stage, answers]) => {
    const given = Object.entries(answers ?? {})
      .map(([name, answer]) => [name, typeof answer === 'string' ? answer.trim() : answer] as const)
      .filter(([, answer]) => ![undefined, null, '', false].includes(answer as never));
    return [stage, Object.fromEntries(given)] as const;
  });
  return Object.fromEntries(stages.filter(([, given]) => Object.keys(given).length > 0));
}
