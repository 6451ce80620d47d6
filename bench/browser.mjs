// The console in a real browser: how much it loads, how soon it can be used, how fast it answers beside 10 000
// open cases and 50 events a second, whether it keeps what it has drawn, and how soon it shows what happened.
// node bench/browser.mjs [--engine embedded|kafka] [--quick] [--only load,interactions,memory,alerts,counters]
import { parseArgs } from 'node:util';
import { measureAlerts } from './browser/alerts.mjs';
import { fillStore } from './browser/backlog.mjs';
import { openBrowser } from './browser/chromium.mjs';
import { measureCounters } from './browser/counters.mjs';
import { measureInteractions } from './browser/interactions.mjs';
import { measureLoads } from './browser/loads.mjs';
import { measureMemory } from './browser/memory.mjs';
import { startProduct } from './browser/product.mjs';
import { progress, report } from './harness/results.mjs';

const parts = {
  load: measureLoads,
  interactions: measureInteractions,
  counters: measureCounters,
  alerts: measureAlerts,
  memory: measureMemory,
};

const { engine, isQuick, names } = readArguments();
const number = (name, usual, quick) => Number(process.env[name] ?? (isQuick ? quick : usual));
const plan = {
  rounds: number('BENCH_ROUNDS', 3, 3),
  cases: number('BENCH_CASES', 10_000, 10_000),
  /** Of the interactions, and of the alerts. */
  seconds: number('BENCH_SECONDS', 60, 25),
  eventsPerSecond: number('BENCH_EVENTS', 50, 50),
  alertEventsPerSecond: number('BENCH_ALERT_EVENTS', 200, 200),
  samples: number('BENCH_SAMPLES', 20, 8),
  /** So many stand for a minute of the memory: 50 a second. */
  minuteEvents: number('BENCH_MINUTE_EVENTS', 3_000, 300),
};

const limits = {
  initialScriptKB: { atMost: 350 },
  interactiveMs: { atMost: 3_000 },
  interactionP95Ms: { atMost: 100 },
  counterMaxMs: { atMost: 2_000 },
  alertsUnseen: { atMost: 0 },
  ...(engine === 'kafka' && { alertP99Ms: { atMost: 150 } }),
  heapGrowth: { atMost: 1.1 },
};

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        engine: { type: 'string', default: 'embedded' },
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
      },
    });
    if (!['embedded', 'kafka'].includes(values.engine)) {
      throw new Error(`--engine: "${values.engine}" is neither embedded nor kafka`);
    }
    const names = values.only?.split(',') ?? Object.keys(parts);
    const unknown = names.find((name) => !Object.hasOwn(parts, name));
    if (unknown !== undefined) {
      throw new Error(`--only: no part ${unknown}; there are: ${Object.keys(parts).join(', ')}`);
    }
    return { engine: values.engine, isQuick: values.quick, names };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

const summary = { engine };
const rows = [];
const product = await startProduct(engine);
try {
  const browser = await openBrowser(product);
  try {
    progress(`${engine}: filing ${plan.cases} cases`);
    await fillStore(product, plan.cases);
    await product.settle();
    for (const name of names) {
      progress(name);
      const measured = await parts[name]({ product, browser, plan });
      Object.assign(summary, measured);
      for (const [figure, value] of Object.entries(measured)) rows.push(lineOf(figure, value));
      progress(JSON.stringify(measured));
    }
  } finally {
    await browser.close();
  }
} finally {
  await product.stop();
}

function lineOf(figure, value) {
  const { atMost } = limits[figure] ?? {};
  return { figure, value, ...(atMost !== undefined && { atMost, met: value <= atMost }) };
}

const judged = Object.entries(limits).filter(([figure]) => figure in summary);
report('browser', { rounds: rows, summary, limits: Object.fromEntries(judged) });
