import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import type { Failpoint } from '../src/failpoint.js';
import { Load, type CrashRig } from './crash-rig.js';

/** Each of these starts up to three processes, slowly where the machine is busy. */
const patienceMs = 180_000;

/** What must hold wherever a consumer's process is killed, whatever carries the events. */
export function crashConformance(engine: string, createRig: () => Promise<CrashRig>): void {
  describe(`a killed consumer on ${engine}`, () => {
    let rig: CrashRig;
    let load: Load;
    beforeEach(async () => {
      rig = await createRig();
      load = new Load(rig);
    });
    afterEach(() => rig.dispose());

    const die = async (point: Failpoint) => {
      const doomed = await rig.start('consumer', point, { point, time: 3 });
      await load.until(doomed.ended);
      expect(await doomed.ended).toBe('SIGKILL');
    };
    const survive = async () => {
      await load.round();
      await rig.start('consumer', 'survivor');
      await load.round();
      await load.expectHandledOnce();
      expect(await load.seenCount('survivor')).toBeGreaterThan(0);
    };

    it(
      'handles every event once, in order, after a SIGKILL before handling [ack-after-commit]',
      async () => {
        await die('before-handling');
        await survive();
      },
      patienceMs,
    );

    it(
      'handles every event once, in order, after a SIGKILL before the commit and one before the ack',
      async () => {
        await die('before-commit');
        await die('before-ack');
        await survive();
      },
      patienceMs,
    );

    it(
      'loses and repeats nothing when one of two consumers is killed under load',
      async () => {
        const first = await rig.start('consumer', 'first');
        await load.round();
        await waitFor(async () => (await load.seenCount('first')) > 0, { timeoutMs: 30_000 });
        await rig.start('consumer', 'second');
        const isShared = async () => (await load.seenCount('first')) > 200;
        await load.until(waitFor(isShared, { timeoutMs: 30_000 }));
        await load.until(first.kill());
        for (let round = 0; round < 5; round += 1) await load.round();
        await load.expectHandledOnce();
        expect(await load.seenCount('second')).toBeGreaterThan(0);
      },
      patienceMs,
    );
  });
}
