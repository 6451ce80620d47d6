import { describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform';
import type { Database } from '#platform';
import { AnchorKeeper } from './anchor-keeper.js';
import type { SealAnchor, SealAnchorage } from './seal-anchor.js';

/** A place that may be away, and that several processes write to. */
class Place implements SealAnchorage {
  readonly isRemote = true;
  isAway = false;
  latest?: SealAnchor;

  read() {
    if (this.isAway) return Promise.reject(new Error('away'));
    return Promise.resolve(new Map(this.latest ? [['intake', this.latest]] : []));
  }

  write(_service: string, anchor: SealAnchor) {
    this.latest = anchor;
    return Promise.resolve();
  }

  close() {
    return Promise.resolve();
  }
}

const seal = (number: number) => ({ number, hash: `hash-${number}` });
const keeperAt = (place: Place, isInLog = true) => {
  const database = { query: () => Promise.resolve(isInLog ? [1] : []) } as unknown as Database;
  const logger = createLogger('test', { level: 'silent' });
  return new AnchorKeeper({ database, service: 'intake', anchorage: place, logger });
};

describe('the latest seal outside the database', () => {
  it('is never taken back by a process that sealed before another took over', async () => {
    const place = new Place();
    const [first, second] = [keeperAt(place), keeperAt(place)];
    place.isAway = true;
    await first.offer(seal(7));
    place.isAway = false;
    first.forget();
    await second.offer(seal(8));
    await first.again();
    expect(place.latest).toEqual(seal(8));
    await first.offer(seal(9));
    expect(place.latest).toEqual(seal(9));
  });

  it('stays as it is where the log does not hold it, whatever is sealed afterwards', async () => {
    const place = new Place();
    place.latest = seal(5);
    await keeperAt(place, false).offer(seal(3));
    await keeperAt(place, false).offer(seal(6));
    expect(place.latest).toEqual(seal(5));
  });
});
