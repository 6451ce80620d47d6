import { describe, expect, it } from '@jest/globals';
import {
  context,
  evidence,
  hour,
  names,
  open,
  policies,
  received,
  resolve,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import type { Given } from '../../../test/given-case.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';

const day = 24 * hour;
const dueAt = received + 4 * hour;
const asked = { dueAt, text: sealed, by: 'a-7' };
const coHandle = (...units: string[]): CaseCommand => ({ type: 'co-handle', units, ...asked });
const supervise = (unit?: string): CaseCommand => ({
  type: 'supervise',
  ...(unit && { unit }),
  ...asked,
});
const problem: CaseCommand = {
  ...{ type: 'mark-problem', accused: 'a-9', desk: 'hq', followUpDays: 7 },
  ...asked,
};
const close: CaseCommand = { type: 'close', reason: 'customer-informed', by: 'a-7' };
const answer = (orderId: string, by = 'a-8'): CaseCommand => ({
  type: 'answer-order',
  orderId,
  answer: sealed,
  by,
});
const given = (...commands: [CaseCommand, number][]) => run([[open(), received], ...commands]);
const state = (given: Given) => given.state as OpenedCase;
const idsOf = ({ events }: Given) =>
  events.flatMap((one) => (one.name === 'orderGiven' ? one.data.orderId : []));

/** The same commands, then those that need the ids which they made. */
function then(
  before: [CaseCommand, number][],
  next: (ids: string[]) => [CaseCommand, number][],
): Given {
  const first = given(...before);
  return next(idsOf(first)).reduce<Given>((known, [command, at]) => {
    const after = continued(known, command, at);
    return { state: after.state, events: [...known.events, ...after.events] };
  }, first);
}

const stages = ['control', 'listen', 'establish', 'apologise'].map((stage) => evidence[stage]!);

describe('orders to units', () => {
  it('ask several units at once, each of which answers before anybody resolves the case', () => {
    const before: [CaseCommand, number][] = [
      [coHandle('south', 'hq'), received + hour],
      ...stages.map((one): [CaseCommand, number] => [one, received + hour]),
    ];
    expect(state(given(...before)).orders).toMatchObject([{ unit: 'south' }, { unit: 'hq' }]);
    expect(() => given(...before, [resolve, received + 2 * hour])).toThrow(
      'south, hq: an order has yet to be answered',
    );
    const half = (ids: string[]): [CaseCommand, number] => [answer(ids[0]!), received + 2 * hour];
    expect(() => then(before, (ids) => [half(ids), [resolve, received + 2 * hour]])).toThrow(
      'hq: an order has yet to be answered',
    );
    const done = then(before, (ids) => [
      half(ids),
      [
        { type: 'decline-order', orderId: ids[1]!, reason: 'not-responsible', by: 's-1' },
        received + 2 * hour,
      ],
      [resolve, received + 3 * hour],
    ]);
    expect(state(done)).toMatchObject({ status: 'resolved', dimensions: { unit: 'north' } });
    expect(state(done)).not.toHaveProperty('orders');
  });

  it('say what they are about, each the same', () => {
    const about = { ...coHandle('south', 'hq'), matter: 'claim-query' } as CaseCommand;
    const orders = given([about, received]).events.filter(({ name }) => name === 'orderGiven');
    expect(orders).toMatchObject([
      { data: { unit: 'south', matter: 'claim-query' } },
      { data: { unit: 'hq', matter: 'claim-query' } },
    ]);
    const [untold] = given([coHandle('south'), received]).events.slice(-1);
    expect(Object.keys(untold!.data)).not.toContain('matter');
  });

  it('fall due once, a millisecond after their instant, with an alert; a late answer says so', () => {
    const late = then([[coHandle('south'), received + hour]], (ids) => [
      [{ type: 'tick' }, dueAt],
      [{ type: 'tick' }, dueAt + 1],
      [{ type: 'tick' }, dueAt + hour],
      [answer(ids[0]!), dueAt + hour],
    ]);
    const overdue = late.events.filter(({ name }) => name === 'orderOverdue');
    expect(overdue).toMatchObject([{ data: { unit: 'south', at: new Date(dueAt).toISOString() } }]);
    const alerts = late.events.flatMap((one) => (one.name === 'alertRaised' ? one.data : []));
    expect(alerts.filter(({ clockId }) => clockId === undefined)).toMatchObject([
      { audience: 'supervisor', dimensions: { unit: 'south' } },
    ]);
    expect(late.events.at(-1)).toMatchObject({ name: 'orderAnswered', data: { isLate: true } });
  });

  it('are timed by the one timer of their case', () => {
    const early = { ...coHandle('south'), dueAt: received + 60_000 } as CaseCommand;
    const one = given([early, received]);
    expect(earliestInstant(state(one), policies)).toBe(received + 60_001);
  });

  it('of a supervisor go to the unit that has the case, and to managers when it does not answer', () => {
    const supervised = given([supervise(), received], [{ type: 'tick' }, dueAt + 1]);
    expect(supervised.events).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ unit: 'north' }) }),
    );
    const alert = supervised.events.find(
      (one) => one.name === 'alertRaised' && one.data.clockId === undefined,
    );
    expect(alert).toMatchObject({ data: { audience: 'manager' } });
  });

  it('are not declined by a unit that is supervised', () => {
    expect(() =>
      then([[supervise(), received]], ([id]) => [
        [{ type: 'decline-order', orderId: id!, reason: 'other', by: 'a-8' }, received + hour],
      ]),
    ).toThrow(/has to be answered/);
  });

  it.each([
    ['to the unit that has the case', [coHandle('north')], /north has the case already/],
    ['twice to one unit', [coHandle('south'), coHandle('south')], /yet to answer/],
    ['of an unknown id', [answer('nothing')], /no such order/],
  ] as const)('are refused %s', (_title, commands, message) => {
    const all = commands.map((one): [CaseCommand, number] => [one, received + hour]);
    expect(() => given(...all)).toThrow(message);
  });

  it('leave a case that never had any as it was', () => {
    expect(Object.keys(state(given()))).not.toEqual(expect.arrayContaining(['orders', 'problem']));
  });
});

describe('a problem item', () => {
  const answered = (ids: string[]): [CaseCommand, number] => [answer(ids[0]!), received + hour];

  it('tells the desk of the accused at once, and orders a follow-up when the case ends', () => {
    const marked = given([problem, received]);
    expect(names(marked).slice(-3)).toEqual(['problemMarked', 'orderGiven', 'alertRaised']);
    expect(marked.events.at(-1)!.data).toMatchObject({
      ...{ cause: 'problem', at: new Date(received).toISOString() },
      ...{ audience: 'supervisor', unit: 'hq', desk: 'hq' },
    });
    expect(state(marked).orders).toMatchObject([{ kind: 'supervision', unit: 'hq', dueAt }]);
    const end = received + 2 * hour;
    const ended = then([[problem, received]], (ids) => [
      answered(ids),
      ...wayToResolved(end),
      [close, end],
    ]);
    expect(state(ended).orders).toMatchObject([
      { kind: 'follow-up', unit: 'hq', dueAt: end + 7 * day, by: 'system' },
    ]);
    expect(earliestInstant(state(ended), policies)).toBe(end + 7 * day + 1);
  });

  it('has its kind on the order of the desk and on the follow-up', () => {
    const end = received + 2 * hour;
    const forged = { ...problem, kind: 'forged-signature' } as CaseCommand;
    const ended = then([[forged, received]], (ids) => [
      answered(ids),
      ...wayToResolved(end),
      [close, end],
    ]);
    const kindsOf = (name: string) =>
      ended.events
        .filter((one) => one.name === name)
        .map(({ data }) =>
          'problemKind' in data ? data.problemKind : 'kind' in data && data.kind,
        );
    expect(kindsOf('problemMarked')).toEqual(['forged-signature']);
    expect(kindsOf('orderGiven')).toEqual(['forged-signature', 'forged-signature']);
  });

  it('keeps the accused and their line away, beside whom the case was kept from before', () => {
    const kept = { conflicted: ['a-9', 's-9', 'a-5'] };
    const before: CaseCommand = {
      ...{ type: 'name-accused', accused: ['a-5'], conflicted: ['a-5'], by: 'a-7' },
    };
    const marked = given([before, received], [{ ...problem, ...kept } as CaseCommand, received]);
    const order = ['problemMarked', 'orderGiven', 'accusedNamed', 'alertRaised'];
    expect(names(marked).slice(-4)).toEqual(order);
    const conflict = { accused: ['a-5', 'a-9'], conflicted: ['a-5', 'a-9', 's-9'] };
    expect(state(marked)).toMatchObject({ conflict, orders: [{ unit: 'hq' }] });
    const known = given(
      [{ ...before, accused: ['a-9'], ...kept } as CaseCommand, received],
      [{ ...problem, ...kept } as CaseCommand, received],
    );
    expect(names(known).slice(-3)).toEqual(['problemMarked', 'orderGiven', 'alertRaised']);
  });

  it('is followed up anew when the case was opened again in between', () => {
    const end = received + 2 * hour;
    const again = then([[problem, received]], (ids) => [
      answered(ids),
      ...wayToResolved(end),
      [close, end],
      [{ type: 'reopen', reason: 'new-facts', by: 's-1' }, end + day],
    ]);
    expect(state(again)).not.toHaveProperty('orders');
    const withdrawn = continued(
      again,
      { type: 'withdraw', channel: 'phone', by: 'a-7' },
      end + 2 * day,
    );
    expect(state(withdrawn).orders).toMatchObject([{ kind: 'follow-up', dueAt: end + 9 * day }]);
  });

  it('is followed up after it was merged into another case, unless that is undone', () => {
    const into = { caseId: 'c-9', number: '2026-0000122-6', receivedAt: received - day };
    const merge: CaseCommand = { type: 'merge', into, reason: 'same-matter', by: 's-1' };
    const merged = given([problem, received], [coHandle('south'), received], [merge, received]);
    expect(state(merged).orders).toMatchObject([
      { kind: 'supervision' },
      { kind: 'co-handling' },
      { kind: 'follow-up', dueAt: received + 7 * day },
    ]);
    const answered = continued(merged, answer(idsOf(merged)[1]!), received + hour);
    const unmerge: CaseCommand = { type: 'unmerge', reason: 'other-matter', by: 's-1' };
    const again = continued(answered, unmerge, received + 2 * hour);
    expect(state(again).orders).toMatchObject([{ kind: 'supervision' }]);
  });

  it('is not answered, nor dropped, by the accused', () => {
    expect(() => then([[problem, received]], ([id]) => [[answer(id!, 'a-9'), received]])).toThrow(
      /the case is about you/,
    );
    const drop = (orderId: string): CaseCommand => ({ type: 'drop-order', orderId, by: 'a-9' });
    expect(() => then([[problem, received]], ([id]) => [[drop(id!), received]])).toThrow(
      /the case is about you/,
    );
  });

  it('has to be followed up: nobody drops that', () => {
    const end = received + 2 * hour;
    expect(() => {
      const ended = then([[problem, received]], (ids) => [
        answered(ids),
        ...wayToResolved(end),
        [close, end],
      ]);
      const orderId = idsOf(ended)[1]!;
      continued(ended, { type: 'drop-order', orderId, by: 's-1' }, end + day);
    }).toThrow(/has to be followed up/);
  });
});

/** One more command on a case as it stands. */
function continued(known: Given, command: CaseCommand, at: number): Given {
  const events = decide(command, known.state, at, context);
  return { state: fold(known.state, events), events };
}
