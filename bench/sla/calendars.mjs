// Calendars and starts that the SLA measurements share; the same on every run.

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const calendar = (id, tz, workday, weekend = [], exceptions = {}) => ({
  id,
  version: 1,
  tz,
  hours: Object.fromEntries(days.map((day, i) => [day, i < 5 ? workday : weekend])),
  holidays: [],
  overrides: {},
  ...exceptions,
});

/** A working day in two windows, eight hours: what the peers are measured on, too. */
export const office = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

/** New Year, Spring Festival and National Day of ten years, with make-up Sundays before and after. */
function statutory() {
  const holidays = [];
  const overrides = {};
  for (let year = 2018; year < 2028; year += 1) {
    holidays.push(`${year}-01-01`);
    for (let day = 10; day < 17; day += 1) holidays.push(`${year}-02-${day}`);
    for (let day = 1; day < 8; day += 1) holidays.push(`${year}-10-0${day}`);
    for (const around of [`${year}-02-08`, `${year}-02-18`, `${year}-10-10`]) {
      overrides[around] = office;
    }
  }
  return { holidays, overrides };
}

export const fiveCalendars = () => [
  calendar('shanghai', 'Asia/Shanghai', office, [], statutory()),
  calendar('new-york', 'America/New_York', [['08:30', '16:30']]),
  calendar('always', 'UTC', [['00:00', '24:00']], [['00:00', '24:00']]),
  calendar('night', 'Europe/London', [['22:00', '06:00']]),
  calendar('four-windows', 'Asia/Kolkata', [
    ['08:00', '10:00'],
    ['10:30', '12:30'],
    ['13:30', '15:30'],
    ['16:00', '18:00'],
  ]),
];

export const peerCalendar = () => calendar('peers', 'UTC', office);

/** Random instants over the ten years from 2018 (mulberry32, so that every run has the same). */
export function randomStarts(count, seed = 1) {
  const from = Date.UTC(2018, 0, 1);
  const span = Date.UTC(2028, 0, 1) - from;
  const starts = new Float64Array(count);
  let state = seed;
  for (let i = 0; i < count; i += 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    starts[i] = from + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * span);
  }
  return starts;
}
