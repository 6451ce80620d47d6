import { describe, expect, it } from '@jest/globals';
import { AlertAcknowledged, AlertClimbed, AlertRaised, CaseRemindersSnoozed } from '#contracts';
import type { LogEvent } from '#eventing';
import type { Queries } from '#platform';
import type { AlertAccess } from '../alerts/alert-access.js';
import { allCases } from '../domain/access/case-access.js';
import { alertsFor } from './alerts-for.js';

const event = (type: string, body: object) => ({ type, body: JSON.stringify(body) }) as LogEvent;
const raised = (alertId: string, desk?: string) =>
  event(AlertRaised.type, { alertId, ...(desk && { desk }) });
const taken = (alertId: string) => event(AlertAcknowledged.type, { alertId });

const climbed = (alertId: string) =>
  event(AlertClimbed.type, {
    ...{ alertId, audience: 'supervisor', owner: 'a-001' },
    before: [{ audience: 'supervisor' }, { audience: 'agent', people: ['a-002'] }],
  });

const events = [
  raised('1', 'north'),
  raised('2', 'south'),
  raised('3'),
  taken('1'),
  taken('2'),
  taken('3'),
];

describe('a page of events of alerts', () => {
  let asked: unknown[];
  const lookedUp = [
    { id: '1', named: ['desk:north'] },
    { id: '2', named: ['desk:south'] },
  ];
  const tx = {
    query: (_: string, ids: unknown[]) => {
      asked.push(ids);
      return Promise.resolve(lookedUp);
    },
  } as unknown as Queries;
  const shown = async (names: AlertAccess['names'], page = events) => {
    asked = [];
    const mine = await alertsFor(tx, { cases: allCases, ...(names && { names }) }, page);
    return page.flatMap((one, index) => (mine.has(one) ? index : []));
  };

  it('tells whom it names of alerts and of who took them on, which one query finds', async () => {
    expect(await shown(['desk:north'])).toEqual([0, 3]);
    expect(asked).toEqual([[['1', '2', '3'], []]]);
  });

  it('tells of a snooze whom the alerts of its case name', async () => {
    const snoozed = (caseId: string) =>
      ({ ...event(CaseRemindersSnoozed.type, {}), key: caseId }) as LogEvent;
    const page = [snoozed('2'), snoozed('1'), snoozed('3')];
    expect(await shown(['desk:north'], page)).toEqual([1]);
    expect(asked).toEqual([[[], ['2', '1', '3']]]);
  });

  it('tells who was named at a level below that an alert has climbed, and nobody of its role', async () => {
    const page = [climbed('3')];
    expect(await shown(['agent:a-002'], page)).toEqual([0]);
    expect(await shown(['agent:a-001', 'unit:supervisor:north'], page)).toEqual([]);
  });

  it('asks nothing where nobody took anything on, of whom nothing names, or who reads all', async () => {
    expect(await shown(['desk:north'], events.slice(0, 3))).toEqual([0]);
    expect(asked).toEqual([]);
    expect(await shown([])).toEqual([]);
    expect(asked).toEqual([]);
    expect(await shown(undefined)).toHaveLength(events.length);
    expect(asked).toEqual([]);
  });
});
