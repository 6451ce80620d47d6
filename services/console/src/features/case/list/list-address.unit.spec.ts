import { describe, expect, it } from '@jest/globals';
import { narrowed, readAddress, takesSeveral, writeAddress } from './list-address.js';

const read = (address: string) => readAddress(new URLSearchParams(address));

describe('the address of a list of cases', () => {
  it('brings filters, columns and search back', () => {
    const address = 'from=v1&q=8000&status=open&owner=a-001&sort=due&columns=number%2Cdue';
    expect(read(address)).toEqual({
      filters: { status: 'open', owner: 'a-001' },
      columns: ['number', 'due'],
      sort: 'due',
      search: '8000',
      from: 'v1',
    });
    expect(writeAddress(read(address)).toString()).toBe(address);
  });

  it('puts what waits longest first where what is overdue is chosen, and leaves another order', () => {
    const filters = { status: 'open' };
    const chosen = { status: 'open', overdue: 'true' };
    const list = { filters, sort: 'newest' } as const;
    expect(narrowed(list, 'overdue', 'true')).toEqual({ filters: chosen, sort: 'due' });
    expect(narrowed({ ...list, sort: 'priority' }, 'overdue', 'true').sort).toBe('priority');
    expect(narrowed(list, 'overdue', 'false').sort).toBe('newest');
    expect(narrowed({ ...list, filters: chosen }, 'overdue', undefined)).toEqual(list);
  });

  it('takes several values of a filter, and days from today', () => {
    const address = 'status=open%2Cpaused&channel=phone&receivedDays=7';
    const { filters } = read(address);
    expect(filters).toEqual({ status: 'open,paused', channel: 'phone', receivedDays: '7' });
    expect(writeAddress(read(address)).toString()).toBe(address);
  });

  it('takes a queue, and the days between which a complaint came', () => {
    const address = 'queue=billing%2Cexperts&receivedFrom=2026-11-01&receivedTo=2026-11-30';
    expect(read(address).filters).toEqual({
      ...{ queue: 'billing,experts', receivedFrom: '2026-11-01', receivedTo: '2026-11-30' },
    });
    expect(writeAddress(read(address)).toString()).toBe(address);
    expect(
      ['queue', 'receivedFrom', 'receivedTo'].map((name) => takesSeveral(name as 'queue')),
    ).toEqual([true, false, false]);
  });

  it('keeps whose it is as it was said, for whoever opens it', () => {
    const address = 'status=open&owner=me%2Cnone&unit=mine';
    expect(read(address).filters).toEqual({ status: 'open', owner: 'me,none', unit: 'mine' });
    expect(writeAddress(read(address)).toString()).toBe(address);
  });

  it('is empty for the usual view, and forgets what it does not know', () => {
    expect(writeAddress(read('')).toString()).toBe('');
    expect(writeAddress(read('colour=red&columns=nothing&sort=luck')).toString()).toBe('');
  });
});
