// What moment-business-time and dayjs-business-time do of the same, on one calendar of two windows a day
// without holidays; both walk, so each gets seconds instead of millions of due dates.
import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import moment from 'moment-business-time';
import { BusinessCalendar } from '#sla';
import { round } from '../harness/results.mjs';
import { office, peerCalendar, randomStarts } from './calendars.mjs';

const secondsEach = Number(process.env.BENCH_PEER_SECONDS ?? 3);
const longest = 250 * 8;

const peers = { moment: momentDue(), dayjs: dayjsDue() };

/** @param ours what Clearline does per second: `hours8` and `days250`, the slowest of its ways to say it */
export function measurePeers(ours) {
  const rows = [];
  for (const [who, due] of Object.entries(peers)) {
    for (const [what, hours, perSecond] of [
      ['8 h', 8, ours.hours8],
      ['250 days', longest, ours.days250],
    ]) {
      const measured = run(due, hours);
      rows.push({ who, what, ...measured, times: round(perSecond / measured.perSecond) });
    }
  }
  const least = (name) => Math.min(...rows.filter(({ what }) => what === name).map((r) => r.times));
  return {
    rounds: rows,
    summary: { timesPeersAt8Hours: least('8 h'), timesPeersAt250Days: least('250 days') },
    limits: {
      timesPeersAt8Hours: { atLeast: 400 },
      timesPeersAt250Days: { atLeast: 40_000 },
    },
  };
}

function run(due, hours) {
  const calendar = new BusinessCalendar(peerCalendar());
  const starts = randomStarts(100_000, 2).map((start) => start - (start % 60_000));
  let done = 0;
  let agreed = 0;
  let ms = 0;
  for (const until = performance.now() + secondsEach * 1_000; performance.now() < until;) {
    const start = starts[done % starts.length];
    const startedAt = performance.now();
    const found = due(start, hours);
    ms += performance.now() - startedAt;
    done += 1;
    if (found === calendar.addWorking(start, hours * 3_600_000)) agreed += 1;
  }
  const agreedPercent = round((agreed / done) * 100, 1);
  return { dueDates: done, perSecond: round((done / ms) * 1_000, 1), agreedPercent };
}

function momentDue() {
  const hours = office.flat().map((time) => `${time}:00`);
  const workinghours = { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null };
  moment.updateLocale('en', { workinghours });
  return (start, count) => moment(start).addWorkingTime(count, 'hours').valueOf();
}

function dayjsDue() {
  dayjs.extend(dayjsBusinessTime);
  const segments = office.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
  const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  const week = Object.fromEntries(names.map((name) => [name, segments]));
  dayjs.setBusinessTime({ ...week, saturday: null, sunday: null });
  return (start, count) => dayjs(start).addBusinessHours(count).valueOf();
}
