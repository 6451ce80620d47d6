import type { operations } from '../../api/schema.js';

type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Sent } };
}
  ? Exclude<Sent, readonly unknown[]>
  : never;
type Ok<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;

export type Complaint = Body<'post-api-v1-complaints'>;
/** A complaint while it is taken down: what is not known yet is empty. */
export type Intake = Body<'put-api-v1-intake-draft'>['form'];
export type Evidence = NonNullable<Complaint['evidence']>;
export type ClearStage = keyof Evidence;
export type Channel = Complaint['channel'];
export type Severity = NonNullable<Complaint['severity']>;
export type Threat = NonNullable<Complaint['threats']>[number];
export type Party = NonNullable<Complaint['party']>;
export type CallbackBody = Body<'post-api-v1-callbacks'>;
export type SurveyBody = Body<'post-api-v1-surveys'>;
export type QuestionBody = Body<'post-api-v1-questions'>;

export type DeskCase = Ok<'get-api-v1-cases'>['items'][number];
export type Clock = DeskCase['clocks'][number];
export type Tier = DeskCase['tier'];
export type Customer = Ok<'get-api-v1-customers-id'>;
export type Organisation = Ok<'get-api-v1-organisation'>;
export type StandardAnswer = Ok<'get-api-v1-standard-answers'>['items'][number];
export type Advice = Ok<'post-api-v1-coach-check'>;
export type Finding = Advice['wording'][number];

// In the order in which people choose among them.
export const severities = [
  'low',
  'normal',
  'high',
  'critical',
] as const satisfies readonly Severity[];
export const threats = [
  'media',
  'regulator',
  'leave',
  'legal',
] as const satisfies readonly Threat[];
export const tiers = ['standard', 'quality', 'key', 'vip'] as const satisfies readonly Tier[];
export const parties = [
  'owner',
  'tenant',
  'visitor',
  'relative',
  'subcontractor',
  'internal',
] as const satisfies readonly Party[];
