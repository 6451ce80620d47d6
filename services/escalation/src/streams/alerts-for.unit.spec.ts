import { describe, expect, it } from '@jest/globals';
import { AlertAcknowledged, AlertRaised } from '#contracts';
import type { LogEvent } from '#eventing';
import type { Queries } from '#platform';
import type { AlertAccess } from '../alerts/alert-access.js';
import { allCases } from '../domain/access/case-access.js';
import { alertsFor } from './alerts-for.js';

const event = (type: string, body: object) => ({ type, body: JSON.stringify(body) }) as LogEvent;
const raised = (alertId: string, desk?: string) =>
  event(AlertRaised.type, { alertId, ...(desk && { desk }) });
const taken = (alertId: string) => event(AlertAcknowledged.type, { alertId });

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
    { id: '1', desk: 'north' },
    { id: '2', desk: 'south' },
  ];
  const tx = {
    query: (_: string, [ids]: unknown[]) => {
      asked.push(ids);
      return Promise.resolve(lookedUp);
    },
  } as unknown as Queries;
  const shown = async (desks: AlertAccess['desks'], page = events) => {
    asked = [];
    const mine = await alertsFor(tx, { cases: allCases, ...(desks && { desks }) }, page);
    return page.flatMap((one, index) => (mine.has(one) ? index : []));
  };

  it('tells a desk of its alerts and of who took them on, which one query finds', async () => {
    expect(await shown(['north'])).toEqual([0, 3]);
    expect(asked).toEqual([['1', '2', '3']]);
  });

  it('asks nothing where nobody took anything on, of who is of no desk, or who reads all', async () => {
    expect(await shown(['north'], events.slice(0, 3))).toEqual([0]);
    expect(asked).toEqual([]);
    expect(await shown([])).toEqual([]);
    expect(asked).toEqual([]);
    expect(await shown(undefined)).toHaveLength(events.length);
    expect(asked).toEqual([]);
  });
});
