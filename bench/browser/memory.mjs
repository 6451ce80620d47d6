// Whether a board that stands open all day keeps what it no longer shows.
import { setTimeout as sleep } from 'node:timers/promises';
import { progress, round } from '../harness/results.mjs';
import { startLoad } from './steady-load.mjs';

const [early, late] = [5, 30];
/** In a minute; more than the board lists at a time have come by the early one. */
const alertsInMinute = 60;
const perSecond = 300;
/** What the browser compiles as the page comes to be used is no part of a minute: minute 0 begins after it. */
const warmUpMs = 30_000;
/** Collecting leaves what is let go of a moment later, such as the list that was drawn before. */
const readings = 3;

/**
 * Accelerated: a minute is the events that come in one, filed in a shorter time. What the page does by the wall's
 * clock, such as its countdowns, it does that many times less often.
 */
export async function measureMemory({ product, browser, plan }) {
  const { minuteEvents } = plan;
  const criticalEach = Math.round(minuteEvents / alertsInMinute);
  const { page, devTools, close } = await browser.open('supervisor', 'board');
  const load = startLoad(product, { perSecond, criticalEach });
  try {
    await page.locator('.board-bar').waitFor();
    await devTools.send('HeapProfiler.enable');
    await sleep(warmUpMs);
    const begun = load.sent();
    const heapAt = async (minute) => {
      while (load.sent() - begun < minute * minuteEvents) await sleep(200);
      const sizes = [];
      for (let i = 0; i < readings; i += 1) {
        await sleep(2_000);
        await devTools.send('HeapProfiler.collectGarbage');
        sizes.push((await devTools.send('Runtime.getHeapUsage')).usedSize);
      }
      const usedSize = Math.min(...sizes);
      progress(`minute ${minute}: ${round(usedSize / 1e6, 1)} MB`);
      return usedSize;
    };
    const first = await heapAt(early);
    const last = await heapAt(late);
    return {
      [`heapMinute${early}MB`]: round(first / 1e6, 1),
      [`heapMinute${late}MB`]: round(last / 1e6, 1),
      heapGrowth: round(last / first, 3),
      heapAccelerated: round((perSecond * 60) / minuteEvents),
    };
  } finally {
    await load.stop();
    await close();
  }
}
