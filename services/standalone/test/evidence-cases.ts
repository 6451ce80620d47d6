import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const command = (name: string, body: object, answer: object, status = 200): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as: 'agent',
  body,
  status,
  answer,
});
const refused = (path: string, rule: string) => ({
  ...problem('validation'),
  errors: some({ path, rule }),
});
const lacking = (...missing: string[]) => ({ ...problem('missing-evidence'), missing });
const { control, listen, establish, apologise, resolve } = sampleEvidence;
const { place, remedySought, ...heard } = listen;
const { resolution, ...outcome } = resolve;

/** A case that somebody has reached walks through CLEAR, each stage with its evidence. */
export const evidenceCases: readonly EndpointCase[] = [
  command(
    'close',
    { reason: 'customer-agreed' },
    lacking(...allBut('acknowledged', 'emotionLevel')),
    409,
  ),
  command(
    'add-evidence',
    { stage: 'listen', evidence: { happenedAt: '2999-01-01T00:00:00.000Z' } },
    refused('evidence.happenedAt', 'in-the-future'),
    422,
  ),
  command(
    'complete-stage',
    { stage: 'control', evidence: { emotionLevel: 6 } },
    refused('evidence.emotionLevel', 'maximum:5'),
    422,
  ),
  command(
    'complete-stage',
    { stage: 'listen', evidence: listen },
    problem('illegal-transition'),
    409,
  ),
  command('complete-stage', { stage: 'control', evidence: control }, { stage: 'listen' }),
  command(
    'add-evidence',
    { stage: 'listen', evidence: heard },
    { missing: ['place', 'remedySought'] },
  ),
  command(
    'add-evidence',
    { stage: 'control', evidence: control },
    problem('illegal-transition'),
    409,
  ),
  command(
    'add-evidence',
    { stage: 'listen', evidence: { product: 'spaceship' } },
    refused('evidence.product', 'unknown-code'),
    422,
  ),
  command(
    'complete-stages',
    { evidence: { listen: { place }, establish: { confirmed: false } } },
    lacking('remedySought', 'establish.restatement', 'establish.confirmed'),
    409,
  ),
  command(
    'add-evidence',
    { stage: 'establish', evidence: { department: 'south' } },
    { ...problem('illegal-transition'), detail: expect.stringContaining('north') },
    409,
  ),
  command(
    'complete-stages',
    { evidence: { establish: { department: 'nowhere' } } },
    refused('evidence.establish.department', 'unknown-code'),
    422,
  ),
  command(
    'complete-stages',
    { evidence: { listen: { place, remedySought }, establish } },
    { stage: 'apologise', missing: ['apology', 'apologyChannel', 'remedyOffered'] },
  ),
  command('complete-stage', { stage: 'apologise', evidence: apologise }, { stage: 'resolve' }),
  command(
    'complete-stage',
    { stage: 'resolve', evidence: { resolution, 张伟: '13800138000' } },
    problem('validation'),
    422,
  ),
  command(
    'complete-stage',
    { stage: 'resolve', evidence: { resolution, apology: '抱歉' } },
    refused('evidence.apology', 'unknown-field'),
    422,
  ),
  command(
    'resolve',
    { resolution },
    lacking('remedyCost', 'rootCause', 'preventiveAction', 'customerTold'),
    409,
  ),
  command('add-evidence', { stage: 'resolve', evidence: outcome }, { missing: ['resolution'] }),
  command('resolve', { resolution }, { status: 'resolved', missing: [] }),
];

const { organisation: _, ...unplaced } = sampleComplaint;

/** A machine files what a call yielded: nobody owns it, and only its evidence says whose it is. */
const unownedCases: readonly EndpointCase[] = [
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'admin',
    body: {
      ...{ ...unplaced, category: 'unclassified' },
      evidence: {
        ...sampleEvidence,
        establish: { ...establish, category: 'billing', department: 'south' },
      },
    },
    status: 201,
    learn: ({ body }) => ({ unowned: String(body['caseId']) }),
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{unowned}',
    as: 'agent',
    status: 200,
    answer: { stage: 'control', missing: ['owner'], category: 'unclassified', unit: null },
    isEventual: true,
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{unowned}/commands/resolve',
    as: 'agent',
    body: {},
    status: 409,
    answer: lacking('owner'),
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{unowned}/commands/assign',
    as: 'supervisor',
    body: { owner: 'a-001' },
    status: 200,
    answer: { missing: [] },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{unowned}/commands/resolve',
    as: 'agent',
    body: {},
    status: 200,
    answer: { status: 'resolved', category: 'billing', unit: 'south' },
  },
];

/** A complaint that one call solves, and one that brings half of what is needed. */
export const firstCallCases: readonly EndpointCase[] = [
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'agent',
    body: { ...sampleComplaint, evidence: sampleEvidence },
    status: 201,
    learn: ({ body }) => ({ solved: String(body['caseId']) }),
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{solved}',
    as: 'agent',
    status: 200,
    answer: {
      ...{ stage: 'callback', status: 'resolved', missing: [] },
      triage: { emotionLevel: 2, customerType: null, complaintTier: 'basic' },
    },
    isEventual: true,
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{solved}/timeline',
    as: 'agent',
    status: 200,
    answer: {
      items: some({
        type: 'clearline.case.stage-completed.v1',
        data: expect.objectContaining({ stage: 'resolve', by: 'a-001' }),
        texts: {
          resolution,
          rootCause: resolve.rootCause,
          preventiveAction: resolve.preventiveAction,
        },
      }),
    },
  },
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'agent',
    body: { ...sampleComplaint, evidence: { control, listen: heard, resolve } },
    status: 201,
    learn: ({ body }) => ({ begun: String(body['caseId']) }),
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{begun}',
    as: 'agent',
    status: 200,
    answer: { stage: 'listen', missing: ['place', 'remedySought'] },
    isEventual: true,
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{begun}/commands/complete-stages',
    as: 'agent',
    body: { evidence: { listen: { place, remedySought }, establish, apologise } },
    status: 200,
    answer: { stage: 'resolve', missing: [] },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{begun}/commands/resolve',
    as: 'agent',
    body: {},
    status: 200,
    answer: { status: 'resolved' },
  },
  ...unownedCases,
];

/** Everything a case of the sample complaint needs from its first stage on, as a refusal names it. */
function allBut(...proven: string[]): string[] {
  return Object.entries(sampleEvidence).flatMap(([stage, evidence]) =>
    Object.keys(evidence)
      .filter((name) => !proven.includes(name))
      .map((name) => (stage === 'control' ? name : `${stage}.${name}`)),
  );
}
