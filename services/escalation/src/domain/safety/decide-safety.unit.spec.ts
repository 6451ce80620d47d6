import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy, PolicyRule } from '#sla';
import { by, evidence, hour, newId, open, received, sealed } from '../../../test/given-case.js';
import { maySee } from '../access/case-access.js';
import type { CaseCommand } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { unitLedger } from '../departments/unit-ledger.js';
import { PolicyBook } from '../policy-book.js';

const day = 24 * hour;
const rule = (id: string, days: number, severity?: 'critical'): PolicyRule => ({
  id,
  match: { category: ['adverse-event'], ...(severity && { severity: [severity] }) },
  safety: { desk: 'safety' },
  clocks: [
    {
      ...{ kind: 'acknowledge', calendar: 'always', warnings: [0.5] },
      budget: { unit: 'elapsed-minutes', minutes: 60 },
    },
    {
      ...{ kind: 'statutory', calendar: 'always', warnings: [0.9] },
      budget: { unit: 'calendar-days', days },
    },
  ],
});
const safe: Policy = {
  ...defaultPolicy,
  rules: [...defaultPolicy.rules, rule('fatal', 1, 'critical'), rule('adverse-event', 15)],
};
const atVersion = (policy: Policy, version: number): Policy => ({ ...policy, version });
const policies = new PolicyBook([safe]);

interface Given {
  state: OpenedCase;
  events: CaseEvent[];
}
function run(commands: [CaseCommand, number][], book = policies, imported = false): Given {
  let state: CaseState = noCase;
  const events = commands.flatMap(([command, at]) => {
    const decided = decide(command, state, received + at, { policies: book, newId });
    state = fold(state, decided, imported);
    return decided;
  });
  return { state: state as unknown as OpenedCase, events };
}
const dimensions = {
  ...({ channel: 'phone', severity: 'normal', tier: 'standard', unit: 'north' } as const),
  product: 'tablets',
};
const adverse = open({ dimensions: { ...dimensions, category: 'adverse-event' } });
const billing = open({ dimensions: { ...dimensions, category: 'billing' } });
const leave: CaseCommand = { type: 'leave-for-safety', category: 'adverse-event', by };
const take: CaseCommand = { type: 'take-safety-report', owner: 'p-1', by: 'p-1' };
const report = (...seriousness: ('death' | 'hospitalisation')[]): CaseCommand => ({
  ...{ type: 'report-adverse-event', reporter: 'relative', outcome: 'unknown', seriousness },
  ...{ patient: sealed, reaction: sealed, by: 'p-1' },
});
const submit = (recipient: 'authority' | 'manufacturer' = 'authority'): CaseCommand => ({
  ...{ type: 'record-safety-submission', recipient, channel: 'web', by: 'p-1' },
});
const end = (finding: 'reported' | 'duplicate' = 'reported'): CaseCommand => ({
  ...{ type: 'end-safety-report', finding, by: 'p-1' },
});
const clocks = ({ state }: Given) =>
  state.clocks.map(({ clockId, state: how, dueAt }) => [clockId, how, (dueAt - received) / hour]);
const names = ({ events }: Given) => events.map(({ name }) => name);

describe('what is filed under a category of the safety desk', () => {
  const given = run([[adverse, 0]]);

  it('goes to the desk at once, with the clocks of its rule and an alert, and stays with who was asked', () => {
    expect(names(given)).toEqual(['opened', 'leftForSafety', 'alertRaised']);
    expect(given.events[2]!.data).toMatchObject({ cause: 'critical', desk: 'safety' });
    expect(given.events[2]!.data).not.toHaveProperty('unit');
    expect(given.state).toMatchObject({ owner: by, safety: { desk: 'safety' }, stage: 'control' });
    expect(given.state.dimensions.unit).toBe('safety');
    expect(clocks(given)).toEqual([
      ['acknowledge', 'running', 1],
      ['statutory', 'running', 15 * 24],
    ]);
    expect(given.events[2]!.data).toMatchObject({
      cause: 'critical',
      dimensions: { unit: 'safety' },
    });
  });

  it('is told at once, though a trigger for its severity keeps quiet hours', () => {
    const quiet = { tz: 'Asia/Shanghai', from: '00:00', to: '23:00' };
    const level = { id: 'desk', level: 1, audience: 'manager' as const, after: { trigger: 0 } };
    const hushed: Policy = {
      ...safe,
      ladders: [{ id: 'grave', levels: [{ ...level, quiet }] }],
      triggers: [{ id: 'grave', on: { severity: ['high', 'critical'] }, ladder: 'grave' }],
    };
    const grave = { ...dimensions, category: 'adverse-event', severity: 'high' as const };
    const { events } = run(
      [[open({ priority: 'high', dimensions: grave }), 0]],
      new PolicyBook([hushed]),
    );
    expect(events.map(({ name }) => name)).toEqual([
      ...['opened', 'leftForSafety', 'alertRaised', 'alertHeld'],
    ]);
    expect(events[2]!.data).toMatchObject({ cause: 'critical', audience: 'supervisor' });
  });

  it('is seen by the desk and its owner, and no longer by the unit that it came to', () => {
    const sees = (agentId: string, unit: string) =>
      maySee({ sees: 'own', agentId, units: [unit] }, given.state);
    expect([sees('p-1', 'safety'), sees(by, 'north'), sees('a-8', 'north')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('takes nothing of the normal flow, and passes over what the complaint brought along', () => {
    for (const command of [
      evidence['control']!,
      { type: 'withdraw', channel: 'phone', by } as const,
      { type: 'transfer', to: 'south', reason: 'expertise', by } as const,
      { type: 'pause', reason: 'awaiting-customer', by } as const,
    ]) {
      expect(() =>
        run([
          [adverse, 0],
          [command as CaseCommand, hour],
        ]),
      ).toThrow(/normal flow/);
    }
    const brought = { type: 'complete-stages', stages: {}, asFarAsItGoes: true, by } as const;
    const passed = run([
      [adverse, 0],
      [brought, 1],
    ]);
    expect(names(passed)).toEqual(['opened', 'leftForSafety', 'alertRaised']);
  });

  it('is not left by records of another system, which were handled there', () => {
    const record = open({ dimensions: { ...dimensions, category: 'adverse-event' } }, true);
    const imported = run([[record, 0]], policies, true);
    expect(names(imported)).toEqual(['opened']);
  });
});

describe('a complaint that turns out to be one', () => {
  it('loses what it was promised without a verdict; the authority counts from its receipt', () => {
    const given = run([
      [billing, 0],
      [leave, 2 * hour],
    ]);
    const [left] = given.events.filter(({ name }) => name === 'leftForSafety');
    expect(left!.data).toMatchObject({
      cause: 'found',
      before: { category: 'billing', unit: 'north' },
      dimensions: { category: 'adverse-event', unit: 'safety' },
    });
    const open = clocks(given).filter(([, how]) => how === 'running');
    expect(open).toEqual([
      ['acknowledge#2', 'running', 3],
      ['statutory#2', 'running', 15 * 24],
    ]);
    expect(names(given)).not.toContain('clockMet');
  });

  it('leaves by the evidence that says what it is about', () => {
    const { product: _, ...unplaced } = dimensions;
    const uncategorised = open({ dimensions: { ...unplaced, category: 'unclassified' } });
    const established = {
      ...{ type: 'complete-stage', stage: 'establish', by, texts: { restatement: sealed } },
      evidence: { confirmed: true, category: 'adverse-event' },
    } as CaseCommand;
    const given = run([
      [uncategorised, 0],
      [evidence['control']!, hour],
      [evidence['listen']!, hour],
      [established, hour],
    ]);
    expect(given.state).toMatchObject({ stage: 'apologise', safety: { desk: 'safety' } });
    const stay = { ...leave, category: 'billing' } as CaseCommand;
    const refused = () =>
      run([
        [billing, 0],
        [stay, 1],
      ]);
    expect(refused).toThrow(/keeps billing/);
  });

  it('leaves by a policy that knows of safety, and stays when a later one does not', () => {
    const book = new PolicyBook([atVersion(defaultPolicy, 1)]);
    const filed = run([[adverse, 0]], book);
    expect(filed.state.safety).toBeUndefined();
    book.add(atVersion(safe, 2));
    const apply = (version: number): CaseCommand => ({ type: 'apply-policy', version, by: 'm-1' });
    const context = { policies: book, newId };
    const left = decide(apply(2), filed.state, received + hour, context);
    const state = fold(filed.state, left) as OpenedCase;
    expect(state).toMatchObject({ policyVersion: 2, safety: { desk: 'safety' } });
    book.add(atVersion(defaultPolicy, 3));
    expect(decide(apply(3), state, received + hour + 60_000, context)).toEqual([]);
  });
});

describe('a safety report', () => {
  it('belongs to who takes it on at the desk, once, and the minutes of both add up', () => {
    const given = run([
      [adverse, 0],
      [take, hour / 2],
    ]);
    expect(given.state).toMatchObject({ owner: 'p-1', safety: { takenBy: 'p-1' } });
    expect(clocks(given)[0]).toEqual(['acknowledge', 'met', 1]);
    expect(() =>
      run([
        [adverse, 0],
        [take, 1],
        [take, 2],
      ]),
    ).toThrow(/p-1 has taken it/);
    const { spans, lifeMinutes } = unitLedger(given.events, received + hour);
    expect(spans.map(({ unit, owner, minutes }) => [unit, owner, minutes])).toEqual([
      ['safety', by, 30],
      ['safety', 'p-1', 30],
    ]);
    expect(lifeMinutes).toBe(60);
  });

  it('is as grave as what happened, with the time that the authority gives for that, and never less so', () => {
    const given = run([
      [adverse, 0],
      [take, 1],
      [report('death'), hour],
      [report(), 2 * hour],
    ]);
    expect(given.state).toMatchObject({ priority: 'critical', policyRule: 'fatal' });
    expect(clocks(given)[1]).toEqual(['statutory', 'running', 24]);
    expect(given.state.safety).toMatchObject({ version: 2 });
  });

  it('names a product, of the complaint or its own', () => {
    const { product: _, ...nameless } = dimensions;
    const filed = open({ dimensions: { ...nameless, category: 'adverse-event' } });
    expect(() =>
      run([
        [filed, 0],
        [report(), 1],
      ]),
    ).toThrow(/name the product/);
    const named = { ...report(), product: 'syrup' } as CaseCommand;
    const [told] = run([
      [filed, 0],
      [named, 1],
    ]).events.slice(-1);
    expect(told!.data).toMatchObject({ product: 'syrup', version: 1 });
  });

  it('answers its authority by what was sent there, also where that is told late', () => {
    const early = run([
      [adverse, 0],
      [report(), 1],
      [submit('manufacturer'), 2],
    ]);
    expect(clocks(early)[1]![1]).toBe('running');
    const late = { ...submit(), at: received + 14 * day } as CaseCommand;
    const given = run([
      [adverse, 0],
      [report(), hour],
      [{ type: 'tick' }, 16 * day],
      [late, 17 * day],
    ]);
    expect(names(given)).toContain('verdictCorrected');
    expect(() =>
      run([
        [adverse, 0],
        [submit(), 1],
      ]),
    ).toThrow(/nothing was reported/);
  });

  it('has a time of its own for what is learned after it was sent', () => {
    const given = run([
      [adverse, 0],
      [report(), hour],
      [submit(), 2 * hour],
      [report('hospitalisation'), day],
    ]);
    const statutory = clocks(given).filter(([id]) => String(id).startsWith('statutory'));
    expect(statutory).toEqual([
      ['statutory', 'met', 15 * 24],
      ['statutory#2', 'running', 24 + 15 * 24],
    ]);
  });

  it('ends once the authority has its latest version, or for a reason, without callback and survey', () => {
    const missing = (...commands: CaseCommand[]) => {
      try {
        run([adverse, ...commands, end()].map((one, index) => [one, index]));
      } catch (error) {
        return (error as { missing: string[] }).missing;
      }
      return [];
    };
    expect(missing()).toEqual(['taken', 'report', 'submission']);
    expect(missing(take, report(), submit(), report())).toEqual(['submission']);
    expect(missing(take, report(), submit())).toEqual([]);
    const given = run([
      [adverse, 0],
      [end('duplicate'), hour],
    ]);
    expect(given.state).toMatchObject({ stage: 'closed', status: 'closed' });
    expect(clocks(given).map(([, how]) => how)).toEqual(['cancelled', 'cancelled']);
    expect(names(given).filter((name) => name === 'stageCompleted')).toEqual([]);
  });

  it('is not opened again by a customer who is dissatisfied', () => {
    const feedback = {
      ...{ type: 'note-feedback', source: 'callback', sourceId: newId(), outcome: 'reached' },
      satisfied: false,
    } as CaseCommand;
    const given = run([
      [adverse, 0],
      [end('duplicate'), hour],
      [feedback, day],
    ]);
    expect(given.state.status).toBe('closed');
    expect(names(given).at(-1)).toBe('feedbackNoted');
  });
});
