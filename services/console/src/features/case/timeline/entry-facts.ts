import { isMachine } from '../../../shared/beside.js';
import type { TimelineEntry } from '../case-queries.js';
import { isByHand, isHandedOn } from '../compose/way-of.js';

export const entryKinds = ['contact', 'stage', 'clock', 'note', 'people', 'other'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** `clearline.case.assigned.v2` is `case.assigned`, whatever its version. */
export function eventName(type: string): string {
  return type.replace(/^clearline\./, '').replace(/\.v\d+$/, '');
}

const kinds: readonly [RegExp, EntryKind][] = [
  [/^(sla|alert)\./, 'clock'],
  [/^case\.(message|contact|apology|feedback|withdrawn)/, 'contact'],
  [/^case\.note-added$/, 'note'],
  [/^case\.(opened|stage|evidence|resolved|closed|reopened|triaged|remedy|cause)/, 'stage'],
  [/^case\.(assigned|transfer|handed-back|order|approval|join|task-force|problem)/, 'people'],
];

/** Which of the timeline's filters shows an entry. */
export function kindOf(type: string): EntryKind {
  const name = eventName(type);
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}

/**
 * How the bar of an entry is drawn: by its kind, but a deadline that was kept is no alarm, and a stage that was passed
 * over was not completed.
 */
export function toneOf({ type, data }: Pick<TimelineEntry, 'type' | 'data'>) {
  const name = eventName(type);
  const isPassed = name === 'case.stage-completed' && (data as Data)['skipped'] !== undefined;
  if (isPassed || name === 'case.stage-overridden') return 'passed';
  return name === 'sla.met' ? 'met' : kindOf(type);
}

/**
 * Of what passed with a party of the case instead of its customer the sentence says with whom; of what staff say or write
 * themselves, that it is recorded, because nothing is sent; of what another system sends, that nobody knows of its arrival.
 */
export function sentenceName({ type, data }: Pick<TimelineEntry, 'type' | 'data'>): string {
  const { partyId, direction, channel, skipped } = data as Data;
  const name = eventName(type).replace(/^case\.message-(?=held|sent)/, `case.${saysOf(channel)}-`);
  // Nobody completed a stage that was passed over.
  if (name === 'case.stage-completed' && skipped !== undefined) return 'case.stage-skipped';
  if (name === 'case.triaged') return triageOf(data as Data);
  if (partyId === undefined) return name;
  if (name === 'case.contact-recorded') return `case.party-contact-${String(direction)}`;
  return name.replace(/^case\.(message|told|handed)-/, 'case.party-$1-');
}

/** What follows from the facts alone nobody declared: its sentence says from which, as the rule of the tiers has them. */
function triageOf({ complaintTier, suggestedTier, severity, by }: Data): string {
  if (complaintTier !== 'major') return 'case.triaged';
  if (by !== 'system' || suggestedTier !== undefined) return 'case.declared-major';
  return severity === 'critical' ? 'case.major-by-severity' : 'case.major-by-threat';
}

function saysOf(channel: unknown): 'told' | 'handed' | 'message' {
  if (isByHand(channel)) return 'told';
  return isHandedOn(channel) ? 'handed' : 'message';
}

type Data = Readonly<Record<string, unknown>>;

/** The stage that a clock of a stage times: events of it name the clock, `stage:listen` or `stage:listen#2`, and not its stage. */
function stageOfClock({ kind, stage, clockId }: Data): string | undefined {
  if (kind !== 'stage' || stage !== undefined || typeof clockId !== 'string') return undefined;
  return /stage:([a-z]+)/.exec(clockId)?.[1];
}

/** The fields of an event as its sentence names them: those of a clock that starts lie inside of it. */
export function sentenceFields({ data }: Pick<TimelineEntry, 'data'>): Data {
  const { clock, approved, isLetIn, ...fields } = data as Data;
  const stage = stageOfClock(fields);
  return {
    ...fields,
    ...(stage !== undefined && { stage }),
    ...(typeof clock === 'object' && clock !== null && (clock as Data)),
    ...(typeof approved === 'boolean' && { approved: approved ? 'approved' : 'refused' }),
    ...(typeof isLetIn === 'boolean' && { isLetIn: isLetIn ? 'in' : 'refused' }),
  };
}

/** What is worth a line of its own below the sentence, where the event has it and the sentence does not. */
const told = [
  ...['reason', 'owner', 'unit', 'backTo', 'stage', 'dueAt', 'sendAt', 'until', 'undoUntil'],
  ...['decides', 'requestedBy', 'severity', 'emotionLevel', 'customerType', 'complaintTier'],
  ...[
    'missing',
    'skipped',
    'passedOver',
    'score',
    'satisfied',
    'isLate',
    'needsApproval',
    'sanction',
    'decider',
  ],
  ...[
    'members',
    'refusals',
    'status',
    'group',
    'line',
    'person',
    'product',
    'policyRule',
    'noticeChannel',
  ],
] as const;

/** Of an opening and a new clock the page shows these elsewhere. */
const quiet: Readonly<Record<string, readonly string[]>> = {
  'case.opened': ['severity'],
  'sla.met': ['dueAt', 'owner'],
  // Until when it would have been without.
  'sla.extension-approved': ['dueAt'],
};

/** Of a clock whose due time was asked about or changed: whether it is the one before or the one from then on. */
const dueOf: Readonly<Record<string, string>> = {
  'sla.extension-requested': 'dueWithout',
  'sla.extension-refused': 'dueWithout',
  'sla.clock-recalculated': 'dueAnew',
  'sla.clock-resumed': 'dueAnew',
};

/** Names and values of an entry's details, in the order in which they are shown. */
export function factsOf(
  entry: Pick<TimelineEntry, 'type' | 'data'>,
  sentence: string,
): { name: string; value: unknown }[] {
  const fields = sentenceFields(entry);
  const name = eventName(entry.type);
  const isClock = name.startsWith('sla.') || name.startsWith('alert.');
  const hidden = [...(quiet[name] ?? []), ...(isClock ? ['owner', 'stage', 'severity'] : [])];
  const given = told
    .filter((one) => fields[one] !== undefined && fields[one] !== null && !hidden.includes(one))
    .filter((one) => !sentence.includes(`{{${one}}}`))
    .map((one) => ({
      name: one === 'dueAt' ? (dueOf[name] ?? one) : (one as string),
      value: fields[one],
    }));
  const inside = [fields['evidence'], fields['answers']].flatMap((one) =>
    Object.entries((one ?? {}) as Data),
  );
  return [...given, ...inside.map(([one, value]) => ({ name: one, value }))];
}

/**
 * What clocks and alerts do by themselves: they are told beside whatever command came next, and bear the name of whoever
 * gave it, who neither let the time pass nor told anybody.
 */
const ofItself =
  /^(sla\.(warning-|breached|met|stopped-late|clock-(started|cancelled|recalculated|restored))|alert\.(raised|held|climbed))/;

/** Who did it: the agent where the event names one, whoever was signed in, or nobody. What the system did is nobody's. */
export function whoOf(entry: Pick<TimelineEntry, 'type' | 'data' | 'actor'>): string | null {
  return ofItself.test(eventName(entry.type)) ? null : giverOf(entry);
}

/** Whose command an event came with, also where it is of a clock. */
export function giverOf({ data, actor }: Pick<TimelineEntry, 'data' | 'actor'>): string | null {
  const { by } = data as Data;
  const who = typeof by === 'string' ? by : actor;
  return isMachine(who) ? null : who;
}

/** What was recorded much later than it happened says so. */
const lateMs = 5 * 60_000;
export function isBelated(entry: Pick<TimelineEntry, 'occurredAt' | 'recordedAt'>): boolean {
  return Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt) > lateMs;
}

/** Sealed like words, and nothing to be read: a command as it was sent, the checksum of a file. */
const unread: readonly string[] = ['input', 'checksum'];

/** What was said or written, by the name of its field. */
export const saidIn = ({ texts }: Pick<TimelineEntry, 'texts'>) =>
  Object.entries(texts).filter(([name]) => !unread.includes(name));
