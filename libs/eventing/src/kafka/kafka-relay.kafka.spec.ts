import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { testKafkaBrokers, waitFor } from '#testing';
import { Load } from '../../test-support/crash-rig.js';
import { createKafkaCrashRig, type KafkaCrashRig } from '../../test-support/kafka-crash-rig.js';
import type { Failpoint } from '../failpoint.js';
import { releaseLease, takeLease } from '../store/lease.js';

let rig: KafkaCrashRig;
let load: Load;
beforeEach(async () => {
  rig = await createKafkaCrashRig(testKafkaBrokers());
  load = new Load(rig);
});
afterEach(() => rig.dispose());

it.each<Failpoint>(['before-send', 'before-checkpoint'])(
  'loses and repeats nothing after a relay was killed %s and another took over [checkpoint-after-ack]',
  async (point) => {
    await rig.startConsumer();
    const leader = await rig.start('relay', 'leader', { point, time: 3 });
    await load.until(leader.ended);
    expect(await leader.ended).toBe('SIGKILL');
    await load.round();
    await rig.startRelay();
    await load.expectHandledOnce();
  },
  180_000,
);

it('writes no checkpoint when its lease was lost while it sent [fencing]', async () => {
  await rig.startConsumer();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let isHeld = false;
  await load.round();
  const relay = await rig.startRelay({
    leaseMs: 300,
    failpoint: async (point) => {
      if (point !== 'before-checkpoint' || isHeld) return;
      isHeld = true;
      await held;
    },
  });
  await waitFor(() => isHeld);
  await waitFor(() => takeLease(rig.producer, 'kafka-relay', 'rival', 60_000));
  release();
  // The loser stands by: what comes now is the rival's to send.
  await load.round();
  await waitFor(async () => (await load.seenCount()) >= 24, {
    describe: 'what the loser had sent',
  });
  // Asked over another pool: the loser's own connection keeps what it ran last.
  const [since] = await rig.consumer.query<{ at: string }>(`select clock_timestamp()::text as at`);
  await waitFor(
    async () =>
      (
        await rig.consumer.query(
          `select 1 from pg_stat_activity where query like 'insert into leases%' and query_start > $1::timestamptz`,
          [since!.at],
        )
      ).length > 0,
    { describe: 'the loser asking for the lease' },
  );
  expect(await rig.producer.query(`select name from relay_checkpoints`)).toEqual([]);
  expect(await relay.lag()).toBe(48);
  await releaseLease(rig.producer, 'kafka-relay', 'rival');
  await load.expectHandledOnce();
});

it('lets a standing-by relay publish once the leading process was killed under load', async () => {
  await rig.startConsumer();
  const leader = await rig.start('relay', 'leader');
  await load.until(waitFor(async () => (await load.seenCount()) > 100, { timeoutMs: 30_000 }));
  const standby = await rig.startRelay();
  await load.until(leader.kill());
  for (let round = 0; round < 5; round += 1) await load.round();
  await load.expectHandledOnce();
  await waitFor(async () => (await standby.lag()) === 0);
}, 540_000);
