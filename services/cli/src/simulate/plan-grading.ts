import type { CasePlan } from './case-plan.js';
import {
  accusedNotes,
  amendNotes,
  approvalNotes,
  overrideNotes,
  priorityNotes,
  threatNotes,
  triageNotes,
} from './hotline-texts.js';

const minute = 60_000;
const hour = 60 * minute;
const bySupervisor = true;

/** Who calls is not always easy to talk to. */
export function planTriage({ random, command }: CasePlan): void {
  if (!random.chance(0.35)) return;
  const customerType = random.pick(['talkative', 'odd', 'domineering', 'argumentative']);
  const note = random.chance(0.5) && { note: random.pick(triageNotes) };
  command('triage', { emotionLevel: random.between(2, 5), customerType, ...note }, 'control');
}

/** Now and then the first look at a complaint was wrong. */
export function planRegrading(plan: CasePlan): void {
  const { random, complaint, command, dice } = plan;
  const graver = complaint.severity === 'high' ? ['critical'] : ['high', 'critical'];
  if (complaint.severity !== 'critical' && random.chance(0.12)) {
    plan.wait(minute, 20 * minute);
    const note = random.pick(priorityNotes);
    command('change-priority', { priority: random.pick(graver), note });
    plan.wait(2 * minute, 15 * minute, dice.aside);
    const approved = dice.aside.chance(0.8);
    const word = { approved, note: approvalNotes[approved ? 0 : 1] };
    command('decide-approval', word, undefined, { bySupervisor });
  }
  if (complaint.severity !== 'critical' && random.chance(0.06)) {
    plan.wait(minute, 20 * minute);
    command('change-severity', { severity: random.pick(graver) });
  }
  // Who gave no name turned out to be somebody.
  if (complaint.isAnonymous && random.chance(0.8)) command('change-tier', { tier: 'key' });
}

/** Whoever filed it had taken it for something else. */
export function planNewCodes({ dice: { keying }, command }: CasePlan): void {
  if (!keying.chance(0.1)) return;
  const product = keying.chance(0.5) && { product: keying.pick(['meter', 'boiler', 'none']) };
  const category = keying.pick(['billing', 'leak', 'repair', 'attitude', 'installation']);
  const why = { reason: keying.pick(['mis-keyed', 'misheard']), note: keying.pick(amendNotes) };
  // At whatever stage: nobody waits with it.
  command('amend-codes', { category, ...product, ...why });
}

/** Nobody reaches the customer any more: the work goes on without their word. */
export function planOverride({ dice: { aside }, command }: CasePlan, stage: string): void {
  const body = { stage, reason: 'customer-unreachable', note: aside.pick(overrideNotes) };
  command('override-stage', body, stage, { bySupervisor });
}

/** The customer complains of somebody who had been there. */
export function planAccusal(plan: CasePlan, owner: string): void {
  const { aside } = plan.dice;
  if (!aside.chance(0.08)) return;
  plan.wait(minute, hour, aside);
  const colleagues = plan.owners.filter(({ agentId }) => agentId !== owner);
  if (colleagues.length === 0) return;
  const agents = [aside.pick(colleagues).agentId];
  const note = aside.pick(accusedNotes);
  plan.command('name-accused', { agents, note }, 'apologise', { bySupervisor });
}

/** The customer has called again, and threatens. */
export function planThreat(plan: CasePlan): void {
  const { aside } = plan.dice;
  if (!aside.chance(0.06)) return;
  plan.wait(minute, 2 * hour, aside);
  const threats = [aside.pick(['media', 'regulator', 'legal'])];
  plan.command('flag-threats', { threats, note: aside.pick(threatNotes) }, 'apologise');
}
