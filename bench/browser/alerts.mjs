// From filing a critical complaint to its alert on the board, beside complaints that keep coming.
import { setTimeout as sleep } from 'node:timers/promises';
import { progress, quantile, round } from '../harness/results.mjs';
import { untilOpen } from './backlog.mjs';
import { clockOffset } from './chromium.mjs';
import { startLoad } from './steady-load.mjs';

/** So many alerts a second; a supervisor takes on those in sight, so that they stay single rows. */
const alertsPerSecond = 2;
const takeOnEveryMs = 500;
const warmUpMs = 5_000;

export async function measureAlerts({ product, browser, plan }) {
  const { page, close } = await browser.open('supervisor', 'board', (page) =>
    page.addInitScript(watchNumbers),
  );
  try {
    await page.locator('.board-bar').waitFor();
    const perSecond = plan.alertEventsPerSecond;
    const criticalEach = Math.round(perSecond / alertsPerSecond);
    const load = startLoad(product, { perSecond, criticalEach });
    const startedAt = performance.timeOrigin + performance.now();
    const until = Date.now() + warmUpMs + plan.seconds * 1_000;
    while (Date.now() < until) {
      await takeOn(product, page);
      await sleep(takeOnEveryMs);
    }
    const reached = await load.stop();
    const offset = await clockOffset(page);
    progress(
      `clock of the page ${round(offset.offset, 2)} ms ahead, +-${round(offset.tripMs / 2, 2)}`,
    );
    await sleep(3_000);
    const times = [];
    let unseen = 0;
    for (const { id, sentAt } of load.critical) {
      if (sentAt - startedAt < warmUpMs) continue;
      const { number } = await untilOpen(product.call, id);
      const seenAt = await page.evaluate((one) => globalThis.numbers.get(one), number);
      if (seenAt === undefined) unseen += 1;
      else times.push(seenAt - offset.offset - sentAt);
    }
    const at = (share) => round(quantile(times, share), 1);
    return {
      alerts: times.length,
      alertsUnseen: unseen,
      alertP50Ms: at(0.5),
      alertP99Ms: at(0.99),
      alertMaxMs: at(1),
      alertsBesidePerSecond: reached.perSecond,
    };
  } finally {
    await close();
  }
}

async function takeOn({ call }, page) {
  const { items } = await call('supervisor', 'GET', '/api/v1/alerts?open=true&limit=200');
  const seen = new Set(await page.evaluate(() => [...globalThis.numbers.keys()]));
  for (const { id } of items.filter(({ number }) => seen.has(number))) {
    await call('supervisor', 'POST', `/api/v1/alerts/${id}/acknowledge`);
  }
}

/** In the page: when each number of a case was first in a picture. */
function watchNumbers() {
  const numbers = new Map();
  globalThis.numbers = numbers;
  const look = () => {
    const fresh = [...document.querySelectorAll('.board-link')]
      .map(({ textContent }) => textContent.trim())
      .filter((number) => !numbers.has(number));
    if (fresh.length === 0) return;
    fresh.forEach((number) => numbers.set(number, undefined));
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.timeOrigin + performance.now();
        for (const number of fresh) numbers.set(number, now);
      };
      port2.postMessage(0);
    });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
