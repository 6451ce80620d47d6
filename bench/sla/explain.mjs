// Explanations of clocks of a few days: the ledger alone, and with its sentence in one language.
import { defaultPolicy, BusinessCalendar, dueInstant, explainClock, explainSentence } from '#sla';

const minute = 60_000;
const hour = 60 * minute;
const years = 10;

/** Clocks of 4 to 24 working hours that start at random over ten years, every fifth one paused for a while. */
function makeClocks(calendar, count) {
  let seed = 42;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const from = Date.UTC(2020, 0, 1);
  return Array.from({ length: count }, (_, index) => {
    const startedAt = from + Math.floor(random() * years * 365 * 24 * 60) * minute;
    const budget = { unit: 'working-minutes', minutes: 60 * (4 + Math.floor(random() * 21)) };
    const pauses = [];
    let dueAt = dueInstant(startedAt, budget, calendar);
    if (index % 5 === 0) {
      const pausedAt = startedAt + Math.floor((dueAt - startedAt) / 2);
      const left = calendar.workingBetween(pausedAt, dueAt);
      pauses.push({ from: pausedAt, to: pausedAt + 3 * hour, reason: 'awaiting-customer' });
      dueAt = calendar.addWorking(pausedAt + 3 * hour, left);
    }
    return {
      ...{ clockId: `c${index}`, kind: 'resolution', state: 'running', startedAt, dueAt, budget },
      ...{ calendar: 'office@1', thresholds: [], warned: [], revision: 1, pauses },
    };
  });
}

/** `{ ledgersPerSecond, sentencesPerSecond, inexact }`, each over `count` clocks and after one warming round. */
export function measureExplain({ count = 200_000 } = {}) {
  const office = defaultPolicy.calendars.find(({ id }) => id === 'office');
  const calendar = new BusinessCalendar(office);
  const calendars = () => calendar;
  const clocks = makeClocks(calendar, Math.min(count, 20_000));
  const terms = { rule: 'standard', policyVersion: 1, now: 0 };
  let inexact = 0;
  let characters = 0;
  const perSecond = (work) => {
    for (const clock of clocks) work(clock);
    const began = performance.now();
    for (let index = 0; index < count; index += 1) work(clocks[index % clocks.length]);
    return Math.round((count * 1_000) / (performance.now() - began));
  };
  const ledgersPerSecond = perSecond((clock) => {
    const { countedMs, budgetMs } = explainClock(clock, calendars, terms);
    if (countedMs !== budgetMs) inexact += 1;
  });
  const sentencesPerSecond = perSecond((clock) => {
    characters += explainSentence(explainClock(clock, calendars, terms), 'en').length;
  });
  if (characters === 0) throw new Error('nothing was said');
  return { ledgersPerSecond, sentencesPerSecond, inexact };
}
