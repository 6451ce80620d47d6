import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  by,
  context,
  evidence,
  hour,
  keyId,
  names,
  newId,
  open,
  received,
  resolve,
  run,
  sealed,
  wayToResolved,
} from '../../test/given-case.js';
import type { Given } from '../../test/given-case.js';
import type { CaseCommand } from './case-command.js';
import { CaseRefusal } from './case-command.js';
import { definitionOf } from './case-event.js';
import { noCase, workStages } from './case-state.js';
import type { CaseState } from './case-state.js';
import { decide, fold } from './decide.js';
import { missingEvidence } from './evidence/stage-evidence.js';

describe('a case', () => {
  it('opens with one event that holds its clocks', () => {
    const { events, state } = run([[open(), received]]);
    expect(events.map(({ name }) => name)).toEqual(['opened']);
    expect(state).toMatchObject({ stage: 'control', status: 'open', policyRule: 'standard' });
    expect(state.stage !== 'none' && state.clocks.map(({ clockId }) => clockId)).toEqual([
      'acknowledge',
      'stage:control',
      'next-update',
      'resolution',
      'statutory',
    ]);
  });

  it('opens once, however often its complaint is delivered', () => {
    expect(
      names(
        run([
          [open(), received],
          [open(), received + hour],
        ]),
      ),
    ).toEqual(['opened']);
  });

  it('alerts at once when critical or threatened', () => {
    const given = run([[open({ priority: 'critical', threats: ['media'] }), received]]);
    expect(names(given)).toEqual(['opened', 'alertRaised', 'alertRaised']);
  });

  it('walks control, listen, establish, apologise, resolve', () => {
    const { state } = run([[open(), received], ...wayToResolved(received + hour)]);
    expect(state).toMatchObject({ stage: 'callback', status: 'resolved' });
  });

  it('lists what evidence is missing and stays where it is', () => {
    const { state } = run([[open({ owner: undefined }), received]]);
    const bare: CaseCommand = {
      type: 'complete-stage',
      stage: 'control',
      evidence: {},
      texts: {},
      by,
    };
    expect(() => decide(bare, state, received, context)).toThrow(
      expect.objectContaining({
        slug: 'missing-evidence',
        missing: ['owner', 'acknowledged', 'emotionLevel'],
      }),
    );
  });

  it('refuses a stage out of order', () => {
    const { state } = run([[open(), received]]);
    expect(() => decide(evidence['listen']!, state, received, context)).toThrow(
      expect.objectContaining({ slug: 'illegal-transition' }),
    );
  });

  it('meets a clock at its very due instant: the action wins over the breach', () => {
    const { state } = run([[open(), received]]);
    const due = state.stage === 'none' ? 0 : state.clocks[0]!.dueAt;
    const contact: CaseCommand = {
      type: 'record-contact',
      channel: 'phone',
      direction: 'outbound',
      by,
    };
    const onTime = decide(contact, state, due, context);
    expect(onTime.find(({ name }) => name === 'clockMet')?.data).toMatchObject({
      kind: 'acknowledge',
    });
    const late = decide(contact, state, due + 1, context);
    const breach = late.find((event) => event.name === 'clockBreached')?.data;
    expect(breach).toMatchObject({ kind: 'acknowledge', at: new Date(due).toISOString() });
    expect(late.map(({ name }) => name)).toContain('clockStoppedLate');
  });

  it('reopens when a callback finds the customer dissatisfied, with fresh linked clocks', () => {
    const callback: CaseCommand = {
      type: 'note-feedback',
      source: 'callback',
      sourceId: newId(),
      outcome: 'reached',
      satisfied: false,
    };
    const given = run([
      [open(), received],
      ...wayToResolved(received + hour),
      [callback, received + 2 * hour],
    ]);
    expect(given.state).toMatchObject({ stage: 'listen', status: 'open' });
    const started = given.events.filter(({ name }) => name === 'clockStarted').slice(-4);
    expect(started.map(({ data }) => data)).toEqual(
      expect.arrayContaining([expect.objectContaining({ linkedTo: 'resolution' })]),
    );
  });

  it('moves on to the survey and closes after it', () => {
    const feedback = (source: 'callback' | 'survey'): CaseCommand => ({
      type: 'note-feedback',
      source,
      sourceId: newId(),
      outcome: 'reached',
      satisfied: true,
    });
    const { state } = run([
      [open(), received],
      ...wayToResolved(received + hour),
      [feedback('callback'), received + 2 * hour],
      [feedback('survey'), received + 3 * hour],
    ]);
    expect(state).toMatchObject({ stage: 'closed', status: 'closed' });
  });
});

describe('imported history', () => {
  const close: CaseCommand = { type: 'record-history', outcome: 'closed' };
  const dueAt = received + 24 * hour;
  const given = (closedAt: number) =>
    run(
      [
        [open({ externalDueAt: dueAt }, true), received],
        [close, closedAt],
      ],
      true,
    );

  it('judges the external deadline by the recorded times, and alerts nobody', () => {
    expect(names(given(dueAt))).toContain('clockMet');
    const late = given(dueAt + 1);
    const breach = late.events.find(
      ({ name, data }) => name === 'clockBreached' && 'kind' in data && data.kind === 'external',
    );
    expect(breach).toBeDefined();
    expect(names(late)).not.toContain('alertRaised');
  });

  it('passes every stage without evidence, marked so', () => {
    const skipped = given(dueAt).events.flatMap((event) =>
      event.name === 'stageCompleted' ? [event.data] : [],
    );
    expect(skipped.map(({ stage }) => stage)).toEqual([
      'control',
      'listen',
      'establish',
      'apologise',
      'resolve',
      'callback',
      'survey',
    ]);
    expect(skipped.every(({ skipped: reason }) => reason !== undefined)).toBe(true);
  });

  it('judges an open case as of an instant', () => {
    const judge: CaseCommand = { type: 'record-history', judge: true };
    const { events } = run(
      [
        [open({ externalDueAt: dueAt }, true), received],
        [judge, dueAt + hour],
      ],
      true,
    );
    const verdicts = events.flatMap((event) => (event.name === 'clockJudged' ? [event.data] : []));
    expect(verdicts.find(({ kind }) => kind === 'external')?.verdict).toBe('open-overdue');
  });
});

type Evidenced = Extract<CaseCommand, { type: 'resolve' }>;

const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.constantFrom(...Object.values(evidence), resolve),
  fc.constantFrom<CaseCommand>(
    { type: 'triage', severity: 'high', emotionLevel: 5, customerType: 'odd', by },
    { type: 'triage', complaintTier: 'major', note: sealed, by },
    { ...(evidence['listen'] as Evidenced), type: 'add-evidence', stage: 'listen', by },
    { ...(evidence['apologise'] as Evidenced), type: 'add-evidence', stage: 'apologise', by },
    { ...(resolve as Evidenced), type: 'add-evidence', stage: 'resolve', by },
    { type: 'complete-stages', stages: { establish: evidence['establish'] as Evidenced }, by },
    {
      ...{ type: 'complete-stages', asFarAsItGoes: true, by },
      stages: { control: evidence['control'] as Evidenced, resolve: resolve as Evidenced },
    },
    { type: 'resolve', evidence: {}, texts: {}, by },
    { type: 'tick' },
    { type: 'assign', owner: 'a-9', by },
    { type: 'record-contact', channel: 'phone', direction: 'outbound', by },
    { type: 'close', reason: 'customer-agreed', by },
    { type: 'reopen', reason: 'not-settled', by },
    { type: 'record-history', outcome: 'withdrawn' },
    {
      type: 'note-feedback',
      source: 'callback',
      sourceId: keyId,
      outcome: 'reached',
      satisfied: true,
    },
    {
      type: 'note-feedback',
      source: 'callback',
      sourceId: keyId,
      outcome: 'reached',
      satisfied: false,
    },
    { type: 'note-feedback', source: 'survey', sourceId: keyId, outcome: 'csat' },
    { type: 'pause', reason: 'awaiting-customer', by },
    { type: 'pause', reason: 'force-majeure', clocks: ['resolution'], by },
    { type: 'resume', by },
    { type: 'resume', clocks: ['resolution'], by },
    { type: 'change-priority', priority: 'critical', by },
    { type: 'change-priority', priority: 'low', by },
    { type: 'change-severity', severity: 'critical', by },
    { type: 'change-severity', severity: 'normal', by },
    { type: 'change-tier', tier: 'vip', by },
    { type: 'amend-codes', category: 'leak', product: 'meter', reason: 'mis-keyed', by },
    { type: 'amend-codes', category: 'billing', reason: 'misheard', by },
    { type: 'request-extension', clock: 'statutory', reason: 'complex-facts', by },
    { type: 'approve-extension', notice: { channel: 'phone', text: sealed }, by: 's-001' },
    { type: 'refuse-extension', reason: 'not-justified', by: 's-001' },
    { type: 'record-contact', channel: 'phone', direction: 'outbound', at: received + hour, by },
  ),
);
const histories = fc.array(fc.tuple(anyCommand, fc.nat(200)), { maxLength: 40 });

/** Runs whatever the case accepts; refusals leave it as it was. */
function anyHistory(steps: [CaseCommand, number][]): Given {
  let at = received;
  const given = run([[open(), received]]);
  for (const [command, hours] of steps) {
    at += hours * hour;
    try {
      const decided = decide(command, given.state, at, context);
      given.state = fold(given.state, decided);
      given.events.push(...decided);
    } catch (error) {
      if (!(error instanceof CaseRefusal)) throw error;
    }
  }
  return given;
}

describe('any history of commands', () => {
  it('is the fold of its events, and every event fits its contract', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { state, events } = anyHistory(steps);
        expect(fold(noCase, events)).toEqual(state);
        for (const event of events) {
          expect(definitionOf(event).schema.safeParse(event.data).error).toBeUndefined();
        }
      }),
      { numRuns: 200 },
    );
  });

  it('ends no stage whose evidence is not there', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { events } = anyHistory(steps);
        events.reduce<CaseState>((state, event) => {
          if (event.name === 'stageCompleted' && state.stage !== 'none') {
            const stage = workStages.find((one) => one === event.data.stage);
            const isSkipped = event.data.skipped !== undefined;
            if (stage && !isSkipped) expect(missingEvidence(stage, state, event.data)).toEqual([]);
          }
          return fold(state, [event]);
        }, noCase);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no clock running on a closed case', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { state } = anyHistory(steps);
        if (state.stage !== 'closed') return;
        const counting = state.clocks.filter(
          ({ state }) => state === 'running' || state === 'paused',
        );
        expect(counting).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('warns once per clock, revision and threshold, and breaches once per clock', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { events } = anyHistory(steps);
        const firings = events.flatMap((event) => {
          if (event.name === 'clockBreached') return [`${event.data.clockId} breach`];
          if (event.name !== 'warningReached') return [];
          const { clockId, revision, threshold } = event.data;
          return [`${clockId} ${revision} ${threshold}`];
        });
        expect(new Set(firings).size).toBe(firings.length);
      }),
      { numRuns: 200 },
    );
  });
});
