import type { Page } from 'playwright-core';

/** Stands in for the loudspeaker and the desktop, which a browser without a screen lacks, and counts what they get. */
const script = `
(() => {
  // An empty page, as each begins, has no storage.
  if (location.protocol.startsWith('http'))
    localStorage.setItem('clearline.attention', 'sound desktop');
  const shown = [];
  let tones = 0;
  globalThis.announced = { shown, tones: () => tones };
  globalThis.Notification = class extends EventTarget {
    static permission = 'granted';
    constructor(title) {
      super();
      this.title = title;
      shown.push(this);
    }
    close() {}
  };
  const part = (more) => ({ connect: (next) => next, ...more });
  globalThis.AudioContext = class {
    state = 'running';
    currentTime = 0;
    resume = async () => undefined;
    createGain = () => part({ gain: { setValueAtTime() {}, linearRampToValueAtTime() {} } });
    createOscillator = () => part({ frequency: {}, start: () => void (tones += 1), stop() {} });
  };
})();
`;

/** From the next address on, pages of this browser announce to the test. */
export const listenTo = (page: Page): Promise<unknown> =>
  page.context().addInitScript({ content: script });

/** What a page has announced since it was loaded: titles of notifications, and how many tones. */
export async function announcedBy(page: Page): Promise<{ titles: string[]; tones: number }> {
  const said = '({ titles: announced.shown.map(({ title }) => title), tones: announced.tones() })';
  return (await page.evaluate(said)) as { titles: string[]; tones: number };
}

/** As somebody does who was told on their desktop. */
export const clickLatest = (page: Page): Promise<unknown> =>
  page.evaluate(`void announced.shown.at(-1).dispatchEvent(new Event('click'))`);

/** While `work` opens a page: until its stream of alerts stands. */
export async function untilLive(page: Page, work: () => Promise<unknown>): Promise<void> {
  const stands = page.waitForResponse((one) => one.url().includes('/api/v1/streams/alerts?'));
  await Promise.all([stands, work()]);
}
