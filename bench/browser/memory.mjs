// Whether a board that stands open all day keeps what it no longer shows.
import { setTimeout as sleep } from 'node:timers/promises';
import { progress, round } from '../harness/results.mjs';
import { startLoad } from './steady-load.mjs';

const [early, late] = [5, 30];
/** In a minute; more than the board lists at a time have come by the early one. */
const alertsInMinute = 60;
const perSecond = 300;

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
    await page.locator('.board-nav').waitFor();
    const heapAt = async (minute) => {
      while (load.sent() < minute * minuteEvents) await sleep(200);
      await sleep(2_000);
      await devTools.send('HeapProfiler.enable');
      await devTools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devTools.send('Runtime.getHeapUsage');
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
