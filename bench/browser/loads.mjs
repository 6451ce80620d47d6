// The first load of the desk with nothing in the browser's cache, on a processor a quarter as fast.
import { median, round } from '../harness/results.mjs';

const slowdown = 4;

export async function measureLoads({ browser, plan }) {
  const loads = [];
  for (let i = 0; i < plan.rounds; i += 1) loads.push(await load(browser));
  const of = (name) => median(loads.map((one) => one[name]));
  return {
    initialScriptKB: round(of('scriptBytes') / 1_000, 1),
    initialScripts: of('scripts'),
    listDrawnMs: round(of('drawnMs')),
    interactiveMs: round(of('interactiveMs')),
  };
}

/**
 * Interactive is the later of two: the first case of the agent's list is drawn, and a pressed `n` has brought the
 * cursor into the intake form and the character typed there is shown. Keys are pressed from the start on.
 */
async function load(browser) {
  const scripts = new Map();
  let scriptBytes = 0;
  const { page, devTools, close } = await browser.open('agent', 'desk', async (page, devTools) => {
    devTools.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.set(requestId, true);
    });
    devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    await devTools.send('Network.enable');
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watchDesk);
  });
  try {
    for (;;) {
      const seen = await page.evaluate(() => globalThis.seen).catch(() => undefined);
      if (seen?.typedAt && seen.drawnAt) {
        return {
          ...{ scriptBytes, scripts: scripts.size, drawnMs: seen.drawnAt },
          interactiveMs: Math.max(seen.drawnAt, seen.typedAt),
        };
      }
      if (!seen?.typedAt) await page.keyboard.press(seen?.focusedAt ? '1' : 'n');
      await page.waitForTimeout(30);
    }
  } finally {
    await close();
  }
}

/** In the page: notes when the list was drawn, and when the form had the cursor and a character. */
function watchDesk() {
  const seen = {};
  globalThis.seen = seen;
  const afterPaint = (note) => requestAnimationFrame(() => setTimeout(note));
  const look = () => {
    if (!seen.isDrawn && document.querySelector('.desk-card')) {
      seen.isDrawn = true;
      afterPaint(() => (seen.drawnAt = performance.now()));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  addEventListener('focusin', ({ target }) => {
    if (target.id === 'desk-phone') seen.focusedAt ??= performance.now();
  });
  addEventListener('input', ({ target }) => {
    if (target.id === 'desk-phone') afterPaint(() => (seen.typedAt ??= performance.now()));
  });
}
