import { defaultPolicy } from '#sla';
import type { CaseCommand, ComplaintFacts } from '../src/domain/case-command.js';
import type { CaseEvent } from '../src/domain/case-event.js';
import { noCase } from '../src/domain/case-state.js';
import type { CaseState } from '../src/domain/case-state.js';
import { decide, fold } from '../src/domain/decide.js';
import { PolicyBook } from '../src/domain/policy-book.js';

export const policies = new PolicyBook([defaultPolicy]);
let ids = 0;
export const newId = () => `019aafe0-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;
export const context = { policies, newId };
/** Monday 09:00 in Shanghai. */
export const received = Date.parse('2026-01-05T09:00+08:00');
export const hour = 3_600_000;
export const keyId = '019aafe0-0000-7000-8000-000000000900';
export const sealed = { keyId, ciphertext: 'AAAA' };

const complaint: ComplaintFacts = {
  caseId: '019aafe0-0000-7000-8000-00000000c001',
  number: '2026-0000123-4',
  customerId: '019aafe0-0000-7000-8000-00000000c002',
  owner: 'a-7',
  priority: 'normal',
  threats: [],
  dimensions: {
    ...{ category: 'billing', channel: 'phone', severity: 'normal', tier: 'standard' },
    unit: 'north',
  },
  receivedAt: received,
};
export const open = (changes: Partial<ComplaintFacts> = {}, imported = false): CaseCommand => ({
  type: 'open',
  complaint: { ...complaint, ...changes },
  imported,
});

export interface Given {
  state: CaseState;
  events: CaseEvent[];
}
/** Runs commands one after the other, each at its instant. @throws CaseRefusal when one is refused */
export function run(
  commands: [CaseCommand, number][],
  imported = false,
  before: CaseState = noCase,
): Given {
  return commands.reduce<Given>(
    ({ state, events }, [command, at]) => {
      const decided = decide(command, state, at, context);
      return { state: fold(state, decided, imported), events: [...events, ...decided] };
    },
    { state: before, events: [] },
  );
}
export const names = ({ events }: Given) => events.map(({ name }) => name);
export const by = 'a-7';
export const evidence: Record<string, CaseCommand> = {
  control: {
    type: 'complete-stage',
    stage: 'control',
    evidence: { acknowledged: true, emotionLevel: 3 },
    texts: {},
    by,
  },
  listen: {
    type: 'complete-stage',
    stage: 'listen',
    evidence: { happenedAt: '2026-01-04T10:00:00.000Z', product: 'meter' },
    texts: { facts: sealed, place: sealed, remedySought: sealed },
    by,
  },
  establish: {
    type: 'complete-stage',
    stage: 'establish',
    evidence: { confirmed: true },
    texts: { restatement: sealed },
    by,
  },
  apologise: {
    type: 'complete-stage',
    stage: 'apologise',
    evidence: { apologyChannel: 'phone' },
    texts: { apology: sealed, remedyOffered: sealed },
    by,
  },
};
export const resolve: CaseCommand = {
  type: 'resolve',
  evidence: { remedyCost: 86.4, customerTold: true },
  texts: { resolution: sealed, rootCause: sealed, preventiveAction: sealed },
  by,
};
export const wayToResolved = (at: number): [CaseCommand, number][] => [
  [evidence['control']!, at],
  [evidence['listen']!, at],
  [evidence['establish']!, at],
  [evidence['apologise']!, at],
  [resolve, at],
];
