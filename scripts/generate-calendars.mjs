// npm run calendars:generate            writes infra/calendars/*.yaml from the pinned holiday packages
// node scripts/generate-calendars.mjs --check   exit 1 when a committed file is not what it would write
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import { format, resolveConfig } from 'prettier';
import { root } from './prepare.mjs';

const folder = join(root, 'infra', 'calendars');
const require = createRequire(import.meta.url);
const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const week = (workday, weekend = []) =>
  Object.fromEntries(days.map((day, i) => [day, i < 5 ? workday : weekend]));
const withLunch = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const wholeDay = [['00:00', '24:00']];

/** Holidays and make-up workdays (调休) as the State Council published them. */
function chinese() {
  const published = require('chinese-days/dist/chinese-days.json');
  const nameOf = (entry) => {
    const [en, zh] = entry.split(',');
    return { zh, en };
  };
  const makeUpFor = ({ zh, en }) => ({ zh: `${zh}调休`, en: `for ${en}` });
  const holidays = Object.keys(published.holidays).sort();
  const makeUpDays = Object.keys(published.workdays).sort();
  const names = [
    ...holidays.map((date) => [date, nameOf(published.holidays[date])]),
    ...makeUpDays.map((date) => [date, makeUpFor(nameOf(published.workdays[date]))]),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const lastYear = holidays[holidays.length - 1].slice(0, 4);
  return {
    comment: [
      'Mainland China: Monday to Friday 9-18 with a lunch break, statutory holidays off, make-up workdays',
      `(调休) with office hours. The State Council announces each year in the autumn before; after ${lastYear} this`,
      'calendar has plain weeks until the package knows more.',
      `Source: chinese-days ${versionOf('chinese-days')}, MIT licence, Copyright (c) 2024 Yawei sun.`,
    ],
    calendar: {
      id: 'cn-statutory',
      version: 1,
      tz: 'Asia/Shanghai',
      hours: week(withLunch),
      holidays,
      overrides: Object.fromEntries(makeUpDays.map((date) => [date, withLunch])),
      names: Object.fromEntries(names),
    },
  };
}

/** The package has English names only. */
const englishDays = {
  "New Year's Day": '元旦',
  'Good Friday': '耶稣受难日',
  'Easter Monday': '复活节星期一',
  'Early May bank holiday': '五月初银行假日',
  'Spring bank holiday': '春季银行假日',
  'Summer bank holiday': '夏季银行假日',
  'Christmas Day': '圣诞节',
  'Boxing Day': '节礼日',
  'Early May bank holiday (VE day)': '五月初银行假日（欧战胜利日）',
  'Queen’s Platinum Jubilee': '女王登基白金禧年',
  "Queen Elizabeth's Funeral Day": '伊丽莎白女王国葬日',
  "King Charles III's Coronation": '查尔斯三世国王加冕日',
};
const substitute = / \(substitute day\)$/;
function inBoth(en) {
  const zh = englishDays[en.replace(substitute, '')];
  if (!zh) return en;
  return { zh: substitute.test(en) ? `${zh}（补假）` : zh, en };
}

/** Bank holidays of England, computed from rules; observances are working days. */
function english() {
  const [firstYear, lastYear] = [2014, 2035];
  const rules = new Holidays('GB', 'ENG');
  const names = {};
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { date, name, type } of rules.getHolidays(year)) {
      if (type === 'public') names[date.slice(0, 10)] ??= inBoth(name);
    }
  }
  return {
    comment: [
      `England: Monday to Friday 9-17, bank holidays from ${firstYear} to ${lastYear} off.`,
      `Source: date-holidays ${versionOf('date-holidays')} (ISC licence), whose data come from Wikipedia articles and are`,
      'under CC BY-SA 3.0 (http://creativecommons.org/licenses/by-sa/3.0/), as are the dates and names below.',
    ],
    calendar: {
      id: 'gb-england',
      version: 1,
      tz: 'Europe/London',
      hours: week([['09:00', '17:00']]),
      holidays: Object.keys(names).sort(),
      overrides: {},
      names,
    },
  };
}

const plain = (id, comment, hours) => ({
  comment: [comment],
  calendar: { id, version: 1, tz: 'Asia/Shanghai', hours, holidays: [], overrides: {} },
});

const presets = [
  plain('office', 'Monday to Friday 9-18 with a lunch break, without holidays.', week(withLunch)),
  plain('always', 'Day and night, every day.', week(wholeDay, wholeDay)),
  chinese(),
  english(),
];

/** Times and dates in quotes: YAML 1.1 would read some of them as numbers. */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const named = (name) =>
  typeof name === 'string' ? quoted(name) : `{ zh: ${quoted(name.zh)}, en: ${quoted(name.en)} }`;
const windows = (open) =>
  `[${open.map(([from, to]) => `[${quoted(from)}, ${quoted(to)}]`).join(', ')}]`;
const listed = (dates) =>
  dates.length === 0 ? ' []' : dates.map((date) => `\n  - ${quoted(date)}`).join('');
const mapped = (map, write) => {
  const entries = Object.entries(map);
  if (entries.length === 0) return ' {}';
  return entries.map(([key, value]) => `\n  ${quoted(key)}: ${write(value)}`).join('');
};

function yamlOf({ comment, calendar }) {
  const generated =
    'Generated by `npm run calendars:generate`; edit scripts/generate-calendars.mjs.';
  const hours = days.map((day) => `\n  ${day}: ${windows(calendar.hours[day])}`).join('');
  return [
    ...[...comment, generated].map((line) => `# ${line}`),
    `id: ${calendar.id}`,
    `version: ${calendar.version}`,
    `tz: ${calendar.tz}`,
    `hours:${hours}`,
    `holidays:${listed(calendar.holidays)}`,
    `overrides:${mapped(calendar.overrides, windows)}`,
    ...(calendar.names ? [`names:${mapped(calendar.names, named)}`] : []),
    '',
  ].join('\n');
}

/** File names and texts, formatted as the rest of the repository. */
async function generate() {
  const config = await resolveConfig(join(folder, 'office.yaml'));
  return Promise.all(
    presets.map(async (preset) => {
      const text = await format(yamlOf(preset), { ...config, parser: 'yaml' });
      return [`${preset.calendar.id}.yaml`, text];
    }),
  );
}

const generated = await generate();
if (process.argv.includes('--check')) {
  const committed = existsSync(folder) ? readdirSync(folder) : [];
  const names = generated.map(([name]) => name);
  const stale = generated.flatMap(([name, text]) =>
    committed.includes(name) && readFileSync(join(folder, name), 'utf8') === text ? [] : [name],
  );
  stale.push(...committed.filter((name) => !names.includes(name)));
  if (stale.length > 0) {
    console.error(`not as generated: ${stale.join(', ')}; run npm run calendars:generate`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of generated) writeFileSync(join(folder, name), text);
  console.log(`${generated.length} calendars in ${folder}`);
}
