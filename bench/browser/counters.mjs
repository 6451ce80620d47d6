// Whether what lists count is right soon after it changed, without anybody reading them anew.
import { round } from '../harness/results.mjs';
import { assign, ownCases } from './backlog.mjs';
import { startLoad } from './steady-load.mjs';

const patienceMs = 20_000;

export async function measureCounters({ product, browser, plan }) {
  const { call } = product;
  const desk = await browser.open('agent', 'desk');
  const list = await browser.open('supervisor', 'cases?status=open&owner=a-001');
  const load = startLoad(product, { perSecond: plan.eventsPerSecond });
  try {
    const { items } = await call('supervisor', 'GET', '/api/v1/cases?status=open&limit=100');
    const others = items.filter(({ owner }) => owner !== 'a-001');
    const counters = [
      { page: desk.page, place: '#desk-queue ~ *' },
      { page: list.page, place: '.case-title ~ * [role="status"]' },
    ];
    for (const counter of counters) await shows(counter, ownCases);
    const times = [];
    for (let i = 1; i <= plan.samples; i += 1) {
      const startedAt = performance.now();
      await assign(call, [others[i].id], 'a-001');
      const shown = counters.map(async (counter) => {
        await shows(counter, ownCases + i);
        times.push(performance.now() - startedAt);
      });
      await Promise.all(shown);
    }
    return { counted: times.length, counterMaxMs: round(Math.max(...times)) };
  } finally {
    await load.stop();
    await desk.close();
    await list.close();
  }
}

/** Until the figure is the number in what the place says. */
function shows({ page, place }, figure) {
  return page.waitForFunction(
    ([selector, wanted]) =>
      [...document.querySelectorAll(selector)].some((one) =>
        new RegExp(`(^|\\D)${wanted}(\\D|$)`, 'u').test(one.textContent),
      ),
    [place, figure],
    { timeout: patienceMs, polling: 50 },
  );
}
