import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AwaitingCase, PermanentError } from '../src/errors.js';
import { FailureDesk } from '../src/consume/failure-desk.js';
import type { NewEvent, StreamHead } from '../src/store/stored-event.js';
import {
  customerEvent,
  customerUpdated,
  emptyStream,
  record,
  unitDefined,
  unitEvent,
  type TransportRig,
} from './transport-rig.js';

/** What every transport must keep, whatever carries the events. */
export function transportConformance(engine: string, createRig: () => Promise<TransportRig>): void {
  describe(`transport on ${engine}`, () => {
    let rig: TransportRig;
    let heads: Map<string, StreamHead>;
    beforeEach(async () => {
      rig = await createRig();
      heads = new Map();
    });
    afterEach(() => rig.dispose());

    const append = async (...events: NewEvent[]) => {
      await rig.producer.transaction(async (tx) => {
        for (const event of events) {
          const stream = `${event.topic}-${event.key}`;
          const head = heads.get(stream) ?? emptyStream(stream);
          const appended = rig.store.append(tx, [{ head, events: [event] }]);
          heads.set(stream, appended.heads[0]!);
        }
      });
    };
    const unit = (key: string, over: Partial<NewEvent> = {}) =>
      unitEvent(key, rig.clock.now(), over);
    const seenRows = (where = 'true') =>
      rig.consumer.query<{ event_id: string; key: string; sequence: number; redriven: boolean }>(
        `select * from seen where ${where} order by number`,
      );
    const parkedCount = async () =>
      (await rig.consumer.query<{ n: number }>(`select count(*) n from parked`))[0]!.n;

    it('delivers every event once and keeps the order of each key', async () => {
      const transport = await rig.start({ [unitDefined]: record });
      const keys = Array.from({ length: 40 }, (_, i) => `unit-${i}`);
      for (let round = 0; round < 25; round += 1) await append(...keys.map((key) => unit(key)));
      await rig.caughtUp(transport);
      const rows = await seenRows();
      expect(rows).toHaveLength(1_000);
      for (const key of keys) {
        const sequences = rows.filter((row) => row.key === key).map(({ sequence }) => sequence);
        expect(sequences).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
      }
    });

    it('applies nothing twice when everything is delivered again [inbox]', async () => {
      const transport = await rig.start({ [unitDefined]: record });
      await append(unit('a'), unit('b'), unit('a'));
      await rig.caughtUp(transport);
      await rig.redeliverEverything(transport);
      await append(unit('b'));
      await rig.waitFor(async () => (await seenRows()).length === 4, { describe: 'the new event' });
      await rig.caughtUp(transport);
      expect(await seenRows()).toHaveLength(4);
    });

    it('misses no event of a transaction that commits late [gap-safe-read]', async () => {
      const transport = await rig.start({ [unitDefined]: record });
      // The gap opens before a reader that is at work, not one that still starts.
      await append(unit('first'));
      await rig.waitFor(async () => (await seenRows()).length === 1, { describe: 'the reader' });
      let commit = () => {};
      const held = new Promise<void>((resolve) => (commit = resolve));
      const late = rig.producer.transaction(async (tx) => {
        rig.store.append(tx, [{ head: emptyStream('late'), events: [unit('late')] }]);
        await tx.query('select 1'); // answered behind the insert
        await held;
      });
      await rig.waitFor(
        async () =>
          (
            await rig.producer.query(
              `select 1 from pg_stat_activity where state = 'idle in transaction'`,
            )
          ).length > 0,
      );
      await append(unit('early'));
      // Only a reader that has looked while the gap was open could have gone past it. One that is still at it
      // may take its snapshot after the commit below.
      const [{ at } = { at: '' }] = await rig.watcher.query<{ at: string }>(
        `select clock_timestamp()::text as at`,
      );
      const looked = `select 1 from pg_stat_activity
        where query like 'select epoch%from intake.events_after(%' and query_start > $1::timestamptz
          and state <> 'active'`;
      await rig.waitFor(async () => (await rig.watcher.query(looked, [at])).length > 0, {
        describe: 'a look at the log',
      });
      commit();
      await late;
      await rig.waitFor(async () => (await seenRows()).length === 3);
      await rig.caughtUp(transport);
      expect((await seenRows()).map(({ key }) => key).sort()).toEqual(['early', 'first', 'late']);
    });

    it('delivers what a restored log holds, whatever its transaction ids, ahead of what is new [epoch]', async () => {
      await rig.start({ [unitDefined]: record });
      const store = rig.store;
      await rig.producer.transaction(async (tx) => {
        for (const key of ['a', 'b']) {
          const head = emptyStream(`clearline.organisation-${key}`);
          const { heads: after } = store.append(tx, [{ head, events: [unit(key)] }]);
          heads.set(head.stream, after[0]!);
        }
        // As after a restore into a younger cluster.
        await tx.query(`update events set tx = '999999999999'`);
        await tx.query(`insert into epochs (epoch) values (2)`);
      });
      await rig.waitFor(async () => (await seenRows()).length === 2, { describe: 'the old epoch' });
      await append(unit('a'), unit('b'));
      await rig.waitFor(async () => (await seenRows()).length >= 4, { describe: 'both epochs' });
      const rows = await seenRows();
      expect(rows).toHaveLength(4);
      for (const key of ['a', 'b']) {
        const sequences = rows.filter((row) => row.key === key).map(({ sequence }) => sequence);
        expect(sequences).toEqual([1, 2]);
      }
    });

    it('tells how many events are unread while they are, and none afterwards [lag]', async () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      const transport = await rig.start({
        [unitDefined]: async (event, context) => {
          await held;
          await record(event, context);
        },
      });
      try {
        await append(unit('a'), unit('b'), unit('c'));
        await rig.waitFor(async () => (await transport.lag()).pending >= 3, {
          describe: 'three unread events',
        });
        if (engine !== 'Kafka') {
          const oldest = (await transport.lag()).logs.flatMap(({ oldestAt }) => oldestAt ?? []);
          expect(oldest).toHaveLength(1);
          expect(oldest[0]).toBeLessThanOrEqual(rig.clock.now());
        }
      } finally {
        release();
      }
      await rig.caughtUp(transport);
      const { pending, logs } = await transport.lag();
      expect([pending, logs.flatMap(({ oldestAt }) => oldestAt ?? [])]).toEqual([0, []]);
    });

    it('buries the poison of a batch and handles the rest, in order', async () => {
      const transport = await rig.start({
        [unitDefined]: async (event, context) => {
          if (event.key === 'poison') throw new PermanentError('no-such-unit');
          await record(event, context);
        },
      });
      await append(unit('a'), unit('poison'), unit('a'), unit('b'));
      await append(unit('c', { type: 'clearline.unit.vanished.v9' }));
      await append(unit('d', { data: { code: 42 } }));
      await rig.caughtUp(transport);
      expect(await seenRows()).toHaveLength(3);
      const letters = await new FailureDesk(rig.consumer).listDeadLetters();
      expect(letters.map(({ reason }) => reason).sort()).toEqual([
        'invalid-data',
        'no-such-unit',
        'unknown-type',
      ]);
      expect(transport.readiness().name).toContain('events-');
    });

    it('parks the key of a passing failure; other keys proceed; its successors follow in order [parking]', async () => {
      let isBroken = true;
      const transport = await rig.start({
        [unitDefined]: async (event, context) => {
          // The successors would succeed: only the parked key holds them back.
          const isFirst = event.key === 'stuck' && event.sequence === 1;
          if (isBroken && isFirst) throw new Error('the neighbour is away');
          await record(event, context);
        },
      });
      await append(unit('stuck'), unit('free'));
      await append(unit('stuck'), unit('free'), unit('stuck'));
      await rig.caughtUp(transport);
      expect((await seenRows()).map(({ key }) => key)).toEqual(['free', 'free']);
      expect(await transport.lag()).toMatchObject({ pending: 0, parked: 3, deadLetters: 0 });
      isBroken = false;
      await rig.waitFor(async () => (await parkedCount()) === 0, { describe: 'parked events' });
      const rows = await seenRows(`key = 'stuck'`);
      expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    });

    it('lets an event wait for its case and takes it up when the case arrives', async () => {
      const transport = await rig.start({
        [unitDefined]: record,
        [customerUpdated]: async (event, context) => {
          const known = await context.tx.query(`select 1 from seen where key = $1`, [event.key]);
          if (known.length === 0) throw new AwaitingCase(event.key);
          await record(event, context);
        },
      });
      await append(customerEvent('case-1', rig.clock.now()));
      await rig.waitFor(async () => (await parkedCount()) === 1);
      await append(unit('case-1'));
      await rig.waitFor(async () => (await seenRows()).length === 2);
      expect(await transport.lag()).toMatchObject({ parked: 0, deadLetters: 0 });
    });

    it('redrives a dead letter late, marked so, and discards another', async () => {
      let isStrict = true;
      const transport = await rig.start({
        [unitDefined]: async (event, context) => {
          if (isStrict) throw new PermanentError('refused');
          await record(event, context);
        },
      });
      await append(unit('a'), unit('b'));
      await rig.caughtUp(transport);
      const desk = new FailureDesk(rig.consumer);
      const [first, second] = await desk.listDeadLetters({ state: 'dead' });
      isStrict = false;
      expect(await desk.redriveDeadLetters([first!.id], 'supervisor')).toBe(1);
      expect(await desk.discardDeadLetters([second!.id], 'supervisor')).toBe(1);
      const rows = await rig.waitFor(async () => {
        const found = await seenRows();
        return found.length > 0 && found;
      });
      expect(rows).toMatchObject([{ event_id: first!.eventId, redriven: true }]);
      const after = await desk.listDeadLetters();
      expect(after.map(({ state, resolvedBy }) => [state, resolvedBy])).toEqual([
        ['redriven', 'supervisor'],
        ['discarded', 'supervisor'],
      ]);
      const outcomes = await rig.consumer.query(`select outcome from inbox order by outcome`);
      expect(outcomes).toEqual([{ outcome: 'discarded' }, { outcome: 'handled' }]);
    });

    it('retries the whole batch after a deadlock, and goes on after every connection was cut', async () => {
      let deadlocks = 2;
      const transport = await rig.start({
        [unitDefined]: async (event, context) => {
          await record(event, context);
          if (event.key === 'b' && deadlocks-- > 0) {
            throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
          }
          if (event.key === 'cut') {
            const known = await rig.producer.query(`select 1 from pg_class where relname = 'cut'`);
            if (known.length > 0) return;
            await rig.producer.query(`create table cut ()`);
            await rig.producer.query(
              `select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()`,
            );
          }
        },
      });
      await append(unit('a'), unit('b'), unit('c'));
      await rig.caughtUp(transport);
      expect(await seenRows()).toHaveLength(3);
      await append(unit('a'), unit('cut'), unit('c'));
      await rig.waitFor(async () => (await seenRows()).length === 6);
      await rig.caughtUp(transport);
      expect(await seenRows()).toHaveLength(6);
      expect(await transport.lag()).toMatchObject({ parked: 0, deadLetters: 0 });
    });

    it('sends a second event with the same id and another body to the dead letters', async () => {
      const transport = await rig.start({ [unitDefined]: record });
      const first = unit('a');
      await append(first);
      await append({ ...first, data: { ...first.data, code: 'south' } });
      await rig.caughtUp(transport);
      expect(await seenRows()).toHaveLength(1);
      const letters = await new FailureDesk(rig.consumer).listDeadLetters();
      expect(letters.map(({ reason }) => reason)).toEqual(['conflicting-duplicate']);
    });
  });
}
