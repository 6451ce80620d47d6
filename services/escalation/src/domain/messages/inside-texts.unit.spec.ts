import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  amendmentBody,
  caseCommandBodies,
  eventCatalogue,
  joinRequestBody,
  topics,
} from '#contracts';
import { isInside, wordsOf } from './inside-texts.js';

/** The texts of events that hold what people write with each command. A command is missing here until somebody decides. */
const insideByCommand: Readonly<Record<string, readonly string[]>> = {
  assign: ['case.assigned note'],
  triage: ['case.triaged note'],
  'add-note': ['case.note-added text'],
  'approve-remedy': ['case.remedy-decided note'],
  'refuse-remedy': ['case.remedy-decided note'],
  'answer-remedy': ['case.remedy-answered note'],
  'complete-action': ['case.action-done note'],
  'move-action': ['case.action-moved note'],
  'drop-action': ['case.action-dropped note'],
  'record-accountability': ['case.accountability-recorded text'],
  'record-contact': ['case.contact-recorded note'],
  close: ['case.closed note'],
  reopen: ['case.reopened note'],
  pause: ['sla.clock-paused note'],
  'change-priority': ['case.priority-changed note'],
  'change-severity': ['case.severity-changed note'],
  'change-tier': ['case.tier-changed note'],
  'amend-codes': ['case.codes-amended note'],
  'request-extension': ['sla.extension-requested note'],
  'refuse-extension': ['sla.extension-refused note'],
  transfer: ['case.transferred note'],
  'refuse-transfer': ['case.transfer-refused note'],
  'co-handle': ['case.order-given text'],
  supervise: ['case.order-given text'],
  'decline-order': ['case.order-declined note'],
  'drop-order': ['case.order-dropped note'],
  'mark-problem': ['case.problem-marked text'],
  'move-to-queue': ['case.queue-changed note'],
  'leave-for-safety': ['case.left-for-safety note'],
  'end-safety-report': ['case.safety-ended note'],
  'name-party': ['case.party-named note'],
  'drop-party': ['case.party-dropped note'],
  withdraw: ['case.contact-recorded note'],
  merge: ['case.merged note'],
  unmerge: ['case.unmerged note'],
  'map-stakeholder': ['case.stakeholder-mapped concern'],
  'override-stage': ['case.stage-overridden note'],
  'approve-command': ['case.approval-decided note', 'case.approval-asked input'],
  'refuse-command': ['case.approval-decided note', 'case.approval-asked input'],
  'snooze-reminders': ['case.reminders-snoozed note'],
  'name-accused': ['case.accused-named note'],
  'flag-threats': ['case.threats-flagged note'],
  'link-repeat': ['case.repeat-linked note'],
  'rule-out-repeat': ['case.repeat-ruled-out note'],
  'let-join': ['case.join-decided note'],
  'refuse-join': ['case.join-decided note'],
  'remove-attachment': ['case.file-removed note'],
  'request-join': ['case.join-requested note'],
  amend: ['case.complaint-changed note'],
};
/** What reaches a case without a command. */
const insideByEvent = ['case.feedback-noted note'];
/** What is written with these is for the customer, or from them. */
const toldByCommand = [
  ...['complete-stage', 'complete-stages', 'add-evidence', 'resolve', 'record-apology'],
  ...['offer-remedy', 'record-cause', 'plan-action', 'send-message', 'approve-extension'],
  ...['hand-back', 'answer-order', 'report-adverse-event', 'record-safety-submission'],
];

interface Schema {
  type?: string;
  maxLength?: number;
  enum?: unknown;
  pattern?: string;
  format?: string;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
}
const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as Schema;

/** Whether people can write sentences into it: the ids of clocks are shorter. */
function takesWords(schema: Schema): boolean {
  const { type, maxLength = Infinity, enum: codes, pattern, format } = schema;
  const isText = type === 'string' && !codes && !pattern && !format && maxLength > 100;
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])],
    ...(schema.items ? [schema.items] : []),
  ];
  return isText || inner.some(takesWords);
}

const isSealed = ({ properties, additionalProperties: values }: Schema): boolean =>
  properties?.['ciphertext'] !== undefined || (typeof values === 'object' && isSealed(values));
const sealedFields = eventCatalogue
  .filter(({ topic, upcast }) => !upcast && [topics.cases, topics.sla].some((one) => one === topic))
  .flatMap(({ name, schema }) =>
    Object.entries(schemaOf(schema).properties ?? {}).flatMap(([field, inner]) =>
      isSealed(inner) ? [`${name} ${field}`] : [],
    ),
  );
const inside = (path: string) => isInside(...(path.split(' ') as [string, string]));

describe('texts of a case that are for staff only', () => {
  it('are decided for every command that people write words with', () => {
    const bodies = { ...caseCommandBodies, 'request-join': joinRequestBody, amend: amendmentBody };
    const wordy = Object.entries(bodies).filter(([, body]) => takesWords(schemaOf(body)));
    const decided = [...Object.keys(insideByCommand), ...toldByCommand];
    expect(wordy.map(([name]) => name).sort()).toEqual(decided.sort());
  });

  it.each(Object.entries(insideByCommand))('hold what is written with %s', (_name, fields) => {
    expect(sealedFields).toEqual(expect.arrayContaining([...fields]));
    expect(fields.filter((field) => !inside(field))).toEqual([]);
  });

  it('hold every text of every event that is a note, and nothing else that nobody wrote for staff', () => {
    const notes = sealedFields.filter((field) => field.endsWith(' note'));
    expect(notes.filter((field) => !inside(field))).toEqual([]);
    const written = new Set([...Object.values(insideByCommand).flat(), ...insideByEvent]);
    expect(sealedFields.filter((field) => inside(field) && !written.has(field))).toEqual([]);
  });

  it('hold the words of a command that waits for a second person, not its codes', () => {
    const asked = { reason: 'customer-informed', note: '客户已口头同意', expectedVersion: 3 };
    const words = wordsOf('case.approval-asked', JSON.stringify(asked));
    expect(words).toEqual(['客户已口头同意']);
    const notice = { channel: 'phone', text: '延期十天' };
    expect(wordsOf('case.approval-asked', JSON.stringify({ notice }))).toEqual([]);
    expect(wordsOf('case.note-added', '{}')).toEqual(['{}']);
  });
});
