// How fast the console answers an agent who works while complaints keep coming.
import { quantile, round } from '../harness/results.mjs';
import { startLoad } from './steady-load.mjs';

/** The least that the browser reports; faster ones count as this. */
const thresholdMs = 16;

export async function measureInteractions({ product, browser, plan }) {
  const load = startLoad(product, { perSecond: plan.eventsPerSecond });
  const { page, close } = await browser.open('agent', 'cases', (page) =>
    page.addInitScript(watchInteractions, thresholdMs),
  );
  try {
    const until = Date.now() + plan.seconds * 1_000;
    do await work(page);
    while (Date.now() < until);
    const { durations, count } = await page.evaluate(() => globalThis.interactions());
    const fast = Math.max(0, count - durations.length);
    const all = [
      ...durations.map(({ ms }) => ms),
      ...Array.from({ length: fast }, () => thresholdMs),
    ];
    const slowest = durations.sort((one, other) => other.ms - one.ms).slice(0, 5);
    const { perSecond } = await load.stop();
    return {
      interactions: all.length,
      interactionP50Ms: round(quantile(all, 0.5)),
      interactionP95Ms: round(quantile(all, 0.95)),
      interactionMaxMs: round(quantile(all, 1)),
      slowest: slowest.map(({ what, ms }) => `${what} ${round(ms)}`).join(', '),
      interactionsBesidePerSecond: perSecond,
    };
  } finally {
    await close();
  }
}

/** What an agent does with a list: narrows it, goes down, opens one, the next one, its note, and takes a call. */
async function work(page) {
  const pause = () => page.waitForTimeout(120);
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await pause();
    }
  };
  const menu = (path) => page.locator(`.shell-menu a[href="/app/${path}"]`).first().click();
  await menu('cases');
  await page.locator('.case-row').first().waitFor();
  await page.locator('#case-priority').click();
  await pause();
  await press('ArrowDown', 'Enter', 'Escape');
  await page.locator('.case-row').first().waitFor();
  await page.locator('h1').first().click();
  await press('j', 'j', 'j', 'k', 'o');
  await page.locator('.case-page').waitFor();
  await page.locator('.case-page [role="tab"]').last().click();
  await pause();
  await page.locator('.case-page [role="tab"]').first().click();
  await pause();
  await page.locator('h1').first().click();
  await press('j', 'j', 'k');
  await menu('desk');
  await page.locator('.desk-card').first().waitFor();
  await press('j', 'j', 'n');
  await page.keyboard.type('13900001111', { delay: 60 });
  await page.locator('#desk-statement').click();
  await page.keyboard.type('The meter was read twice', { delay: 40 });
  await page.locator('#desk-statement').fill('');
  await page.locator('#desk-phone').fill('');
  await press('Escape');
}

/** In the page: how long each press and click took until the next picture, as INP counts them. */
function watchInteractions(durationThreshold) {
  const slow = new Map();
  let count = 0;
  const note = (event) => {
    if (event.isTrusted && !event.repeat) count += 1;
  };
  addEventListener('keydown', note, true);
  addEventListener('pointerdown', note, true);
  new PerformanceObserver((list) => {
    for (const { interactionId, name, target, duration } of list.getEntries()) {
      if (!interactionId) continue;
      const before = slow.get(interactionId);
      const what = `${name} ${target?.id || target?.className || target?.nodeName || ''}`.trim();
      if (!before || before.ms < duration) slow.set(interactionId, { what, ms: duration });
    }
  }).observe({ type: 'event', durationThreshold, buffered: true });
  globalThis.interactions = () => ({ durations: [...slow.values()], count });
}
