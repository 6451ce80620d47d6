import { describe, expect, it } from '@jest/globals';
import { bundleMails, gatherMs, mostAlerts } from './bundle-mails.js';
import type { Mailbox } from './bundle-mails.js';
import type { ToldAlert } from './told-alert.js';

const now = Date.parse('2026-01-05T09:00:00.000Z');
const alert = (alertId: string, severity = 'normal', level = 1) =>
  ({ alertId, severity, level }) as ToldAlert;
const many = (count: number) => Array.from({ length: count }, (_, index) => alert(`n-${index}`));
const sizes = (alerts: ToldAlert[], box: Mailbox = {}) => {
  const { gathered, fresh } = bundleMails(alerts, box, now);
  return [gathered?.length ?? 0, ...fresh.map(({ alerts: page, at }) => [page.length, at - now])];
};

describe('the mails of a mailbox', () => {
  it('leave at once where it was quiet, fifty alerts in each', () => {
    expect(sizes([alert('a'), alert('b')])).toEqual([0, [2, 0]]);
    expect(sizes(many(120))).toEqual([0, [mostAlerts, 0], [mostAlerts, 0], [20, 0]]);
  });

  it('wait until a minute after the last one, and take what comes meanwhile', () => {
    const box: Mailbox = { lastAt: now - 10_000 };
    expect(sizes([alert('a')], box)).toEqual([0, [1, gatherMs - 10_000]]);
    const gathering = { id: 'm', alerts: [alert('a')], at: now + 50_000 };
    expect(sizes([alert('b'), alert('c')], { ...box, gathering })).toEqual([3]);
    expect(sizes(many(60), { ...box, gathering })).toEqual([mostAlerts, [11, 50_000]]);
  });

  it('never hold back what is critical', () => {
    const gathering = { id: 'm', alerts: [alert('a')], at: now + 50_000 };
    const box: Mailbox = { lastAt: now - 10_000, gathering };
    expect(sizes([alert('b', 'critical'), alert('c')], box)).toEqual([2, [1, 0]]);
    expect(sizes([alert('b', 'critical')], box)).toEqual([0, [1, 0]]);
  });

  it('name an alert once, where it is by then', () => {
    const gathering = { id: 'm', alerts: [alert('a'), alert('b')], at: now };
    const { gathered } = bundleMails([alert('a', 'normal', 2)], { gathering }, now);
    expect(gathered).toEqual([alert('a', 'normal', 2), alert('b')]);
  });
});
