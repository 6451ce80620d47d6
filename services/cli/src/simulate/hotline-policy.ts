import { defaultPolicy } from '#sla';
import type { Ladder, Policy, PolicyQueue, PolicyRule } from '#sla';
import { onCallRoster } from './hotline-duty.js';

/** The shift first, by day; whoever does not answer is passed over, whatever the hour. */
const hotlineLadder: Ladder = {
  id: 'hotline',
  levels: [
    {
      id: 'shift',
      level: 1,
      audience: 'supervisor',
      after: { threshold: 0.5 },
      next: 'branch',
      quiet: { tz: 'Asia/Shanghai', from: '18:00', to: '09:00' },
    },
    {
      id: 'desk',
      level: 2,
      audience: 'supervisor',
      roster: onCallRoster,
      after: { breach: 0 },
      next: 'branch',
    },
    { id: 'branch', level: 3, audience: 'manager', after: { unacknowledged: 240 } },
    { id: 'direction', level: 4, audience: 'admin', after: { breach: 2_880 } },
  ],
};

const queue = (
  id: string,
  zh: string,
  en: string,
  terms: Pick<PolicyQueue, 'match' | 'talkMinutes' | 'handlingMinutes' | 'costPerHour'>,
): PolicyQueue => ({ id, title: { zh, en }, ...terms });

/** What takes about as long to handle, the urgent first. */
const hotlineQueues: PolicyQueue[] = [
  queue('leaks', '泄漏抢险', 'Leaks', {
    match: { category: ['leak'] },
    ...{ talkMinutes: 4, handlingMinutes: 90, costPerHour: 80 },
  }),
  queue('accounts', '账单与开户', 'Bills and connections', {
    match: { category: ['billing', 'installation'] },
    ...{ talkMinutes: 6, handlingMinutes: 25, costPerHour: 45 },
  }),
  queue('difficult', '疑难投诉', 'Difficult complaints', {
    match: { tier: ['vip'] },
    ...{ handlingMinutes: 240, costPerHour: 60 },
  }),
];

/** Whoever was hurt is no complaint to be settled: the desk takes it on in an hour, the authority knows in a week. */
const injury: PolicyRule = {
  id: 'injury',
  title: { zh: '人身伤害', en: 'Injury' },
  match: { category: ['injury'] },
  safety: { desk: 'hse' },
  clocks: [
    {
      kind: 'acknowledge',
      budget: { unit: 'elapsed-minutes', minutes: 60 },
      calendar: 'always',
      warnings: [0.5],
      ladder: hotlineLadder.id,
    },
    {
      kind: 'statutory',
      budget: { unit: 'calendar-days', days: 7 },
      calendar: 'always',
      warnings: [0.5, 0.9],
      ladder: hotlineLadder.id,
    },
  ],
};

/** What is not left to clocks: whoever is not answered within the hour is passed over. */
const publicLadder: Ladder = {
  id: 'public',
  levels: [
    {
      id: 'watch',
      level: 1,
      audience: 'supervisor',
      roster: onCallRoster,
      after: { trigger: 0 },
      next: 'head',
    },
    { id: 'head', level: 2, audience: 'manager', unit: 'hq', after: { unacknowledged: 60 } },
    { id: 'board', level: 3, audience: 'admin', after: { trigger: 1_440 } },
  ],
};

const laddered = new Set(['acknowledge', 'next-update', 'resolution', 'statutory']);

/** The policy of a new installation, its alerts climbing a ladder. */
export const hotlinePolicy: Policy = {
  ...defaultPolicy,
  title: { zh: '燃气热线', en: 'Gas hotline' },
  queues: hotlineQueues,
  // What one case gains in urgency others lose: nobody decides that alone.
  fourEyes: [{ command: 'change-priority', decides: 'supervisor', withinMinutes: 5 }],
  ladders: [hotlineLadder, publicLadder],
  triggers: [
    { id: 'public-threat', on: { threat: ['media', 'regulator'] }, ladder: publicLadder.id },
    { id: 'vip', on: { tier: ['vip'] }, ladder: publicLadder.id },
    { id: 'again', on: { repeat: 1 }, ladder: publicLadder.id },
    { id: 'not-content', on: { callback: 'dissatisfied' }, ladder: publicLadder.id },
    { id: 'conduct', on: { problem: 'marked' }, ladder: publicLadder.id },
  ],
  rules: [
    injury,
    ...defaultPolicy.rules.map((rule) => ({
      ...rule,
      clocks: rule.clocks.map((clock) =>
        laddered.has(clock.kind) ? { ...clock, ladder: hotlineLadder.id } : clock,
      ),
    })),
  ],
};
