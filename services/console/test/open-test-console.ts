import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { PlatformConfig } from '#platform';
import { createTestDatabase, testConfig, waitFor } from '#testing';
import { demoAccounts, demoPassword } from '../../standalone/src/demo-data.js';
import { openTestStandalone } from '../../standalone/test/open-test-standalone.js';
import type { TestStandalone } from '../../standalone/test/open-test-standalone.js';
import { startStandalone } from '../../standalone/src/start-standalone.js';
import { textsOf } from './looks.js';
import type { Look } from './looks.js';
import { watchPages } from './watch-pages.js';
import type { Watch } from './watch-pages.js';

export interface VisitOptions extends Partial<Look> {
  /** One of the demo's accounts, signed in before the page opens; absent: nobody. */
  as?: string;
  /** Below `/app/`. */
  path?: string;
  size?: { width: number; height: number };
  /** Answers that the visit is about, as `401 POST /api/v1/session`; any other refusal fails it. */
  refusals?: readonly RegExp[];
  /** The visit is about a server that is gone for a while: what the browser says of that is no finding. */
  isCutOff?: boolean;
}

/** A page of the console in a browser of its own. */
export interface Visit extends Look {
  page: Page;
  texts: ReturnType<typeof textsOf>;
  watch: Watch;
  /** Goes to an address below `/app/` and waits until it has come to rest. */
  open(path: string): Promise<void>;
  /** Goes there within the page, as a link does: a third of what loading it anew takes. */
  go(path: string): Promise<void>;
  /** Until everything that was asked for is there and drawn. */
  settle(): Promise<void>;
}

/** The real product with its console, and a browser. */
export interface TestConsole {
  product: TestStandalone;
  /**
   * Opens the console for `work`, as somebody with a browser of that language and theme does. Fails when the page
   * logs an error, throws, shows a key instead of a text, asks another origin, breaks its policy or is refused.
   */
  visit(options: VisitOptions, work: (visit: Visit) => Promise<void>): Promise<void>;
  /** Ends the product and starts it again, at the same address over the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** One for each file of tests; `isFirstRun` leaves newcomers the guide that everybody else has put away. */
export async function openTestConsole(
  changes: Partial<PlatformConfig> = {},
  { isFirstRun = false } = {},
): Promise<TestConsole> {
  const browser = await openBrowser();
  const config = testConfig(changes);
  const database = await createTestDatabase();
  const product = await openTestStandalone(database, config);
  const { url } = product.services;
  const newcomers = isFirstRun ? [] : demoAccounts;
  for (const { username } of newcomers) await product.call(username, 'DELETE', '/api/v1/first-run');
  let running = product.services;
  return {
    product,
    visit: (options, work) => visit(browser, url, options, work),
    async restart() {
      await running.close();
      running = await startStandalone({
        config: { ...config, port: Number(new URL(url).port) },
        demo: true,
        databaseUrl: database.url,
        stopOnSignals: false,
      });
    },
    async close() {
      await browser.close();
      await running.close();
      await database.drop();
    },
  };
}

async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CLEARLINE_CHROMIUM'];
  if (!executablePath) throw new Error('no browser: run through `npm run test:browser`');
  // Without a graphics card one is computed, at the cost of an eighth of a file's processor time.
  return chromium.launch({ executablePath, args: ['--disable-gpu'] });
}

async function visit(
  browser: Browser,
  address: string,
  options: VisitOptions,
  work: (visit: Visit) => Promise<void>,
): Promise<void> {
  const { as, path = '', language = 'en', theme = 'light', refusals, isCutOff } = options;
  const { origin } = new URL(address);
  const context = await browser.newContext({
    baseURL: origin,
    locale: language,
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    viewport: options.size ?? { width: 1920, height: 1080 },
  });
  context.setDefaultTimeout(30_000);
  const watch = await watchPages(context, origin, refusals, isCutOff);
  const page = await context.newPage();
  const settle = () => untilRest(page, watch);
  const open = async (to: string) => {
    await page.goto(`/app/${to}`);
    await settle();
  };
  const go = async (to: string) => {
    watch.stir();
    await page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(`/app/${to}`)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await settle();
  };
  try {
    if (as) {
      const data = { username: as, password: demoPassword };
      const answer = await context.request.post('/api/v1/session', { data });
      if (!answer.ok()) throw new Error(`${as} cannot sign in: ${await answer.text()}`);
    }
    await open(path);
    await work({ page, texts: textsOf({ language }), watch, language, theme, open, go, settle });
  } catch (error) {
    throw await withSight(error, page, watch);
  } finally {
    await context.close();
  }
  if (watch.findings.length > 0) throw new Error(`on a page:\n${watch.findings.join('\n')}`);
}

const busy = '.ant-spin-spinning, .waiting';

async function untilRest(page: Page, watch: Watch): Promise<void> {
  // Every screen has a heading: before it there is none yet, however quiet it is.
  const isAtRest = async () =>
    watch.isQuiet() &&
    (await page.locator('h1').count()) > 0 &&
    (await page.locator(busy).count()) === 0;
  await waitFor(isAtRest, { timeoutMs: 60_000, describe: `${page.url()} to come to rest` });
}

/** What somebody would see at that moment: nobody is there to look. */
async function withSight(error: unknown, page: Page, { findings }: Watch): Promise<Error> {
  const seen = await page
    .locator('body')
    .ariaSnapshot()
    .catch(() => 'nothing');
  const told = error instanceof Error ? error : new Error(String(error));
  const sight = `\nat ${page.url()}\n${findings.join('\n')}\n${seen}`;
  told.message += sight;
  // What waits for a page has written its own stack already, which is all that is shown of it.
  if (told.stack && !told.stack.includes(sight)) told.stack += sight;
  return told;
}
