import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertListQuery } from '#contracts';
import { newId } from '#platform';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { allCases } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';
import { listAlerts } from './list-alerts.js';
import { writeAlerts } from './write-alerts.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
const at = (minute: number) => new Date(clock.now() + minute * 60_000).toISOString();

let escalation: TestEscalation;
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
}, 180_000);
afterAll(() => escalation?.close());

/** Writes what happened as the cases' events would. */
const happens = (...events: object[]) =>
  escalation.database.transaction((tx) => {
    writeAlerts(tx, events as CaseEvent[]);
    return Promise.resolve();
  });
const raised = (caseId: string, number: string, facts: object) => ({
  name: 'alertRaised',
  data: {
    ...{ alertId: newId(clock.now()), caseId, number, cause: 'warning', level: 1 },
    ...{ audience: 'supervisor', kind: 'resolution', clockId: `clock-${number}`, at: at(0) },
    ...facts,
  },
});
const urgent = (query: Partial<AlertListQuery> = {}) =>
  listAlerts(escalation.database, { limit: 50, sort: 'urgency', ...query }, { cases: allCases });
const numbers = async (query?: Partial<AlertListQuery>) =>
  (await urgent(query)).rows.map(({ number }) => number);

describe('the alerts that wait, by urgency', () => {
  let normal: string;
  beforeAll(async () => {
    const [one] = await escalation.openCases(1, clock.now());
    const [critical] = await escalation.openCases(1, clock.now(), { priority: 'critical' });
    normal = one!;
    await escalation.database.query('delete from alerts');
    await happens(
      raised(normal, 'waits', { at: at(-9) }),
      raised(normal, 'came-last', { at: at(-1) }),
      raised(normal, 'soon-due', { dueAt: at(30) }),
      raised(normal, 'soon-told', { dueAt: at(90), next: { at: at(3) } }),
      raised(normal, 'late', { cause: 'breach', dueAt: at(-5) }),
      raised(normal, 'late-for-long', { cause: 'breach', dueAt: at(-500), at: at(-500) }),
      raised(critical!, 'critical', { dueAt: at(100) }),
    );
  });

  it('begin with critical cases, then what is late for longest, is due or climbs soonest', async () => {
    expect(await numbers()).toEqual([
      ...['critical', 'late-for-long', 'late', 'soon-told', 'soon-due', 'waits', 'came-last'],
    ]);
  });

  it('say how many wait, and go on from page to page where the last one ended', async () => {
    const first = await urgent({ limit: 3 });
    expect(first).toMatchObject({ total: 7 });
    const rest = await urgent({ limit: 50, cursor: first.next! });
    expect(rest).toMatchObject({ total: 7, next: null });
    expect([...first.rows, ...rest.rows].map(({ number }) => number)).toEqual(await numbers());
  });

  it('stand where they are told next once they climbed', async () => {
    const { rows } = await urgent();
    const { id } = rows.find(({ number }) => number === 'soon-due')!;
    const ladder = { step: 'two' };
    const told = { alertId: id, caseId: normal, level: 2, audience: 'manager', ladder, before: [] };
    await happens({ name: 'alertClimbed', data: { ...told, at: at(0), next: { at: at(2) } } });
    expect((await numbers()).slice(3, 5)).toEqual(['soon-due', 'soon-told']);
  });

  it('stand where quiet hours end that hold their next level back', async () => {
    const { rows } = await urgent();
    const { id } = rows.find(({ number }) => number === 'soon-due')!;
    await happens({ name: 'alertHeld', data: { alertId: id, caseId: normal, until: at(4) } });
    expect((await numbers()).slice(3, 5)).toEqual(['soon-told', 'soon-due']);
    await happens({ name: 'alertHeld', data: { alertId: id, caseId: normal, until: at(2) } });
    expect((await numbers()).slice(3, 5)).toEqual(['soon-due', 'soon-told']);
  });

  it('end with those whose clock stopped, until it goes on again', async () => {
    const clockOf = { caseId: normal, clockId: 'clock-late-for-long', at: at(1) };
    await happens({ name: 'clockStoppedLate', data: clockOf });
    expect((await numbers()).at(-1)).toBe('late-for-long');
    await happens({ name: 'clockRestored', data: clockOf });
    expect((await numbers())[1]).toBe('late-for-long');
  });

  it('leave out what somebody took on, and are none of those that were', async () => {
    const { rows } = await urgent();
    const { id: alertId } = rows.find(({ number }) => number === 'late')!;
    const data = { alertId, caseId: normal, at: at(1), by: 's-001' };
    await happens({ name: 'alertAcknowledged', data });
    expect(await numbers()).not.toContain('late');
    expect(await urgent({ open: 'false' })).toEqual({ rows: [], next: null, total: 0 });
  });
});
