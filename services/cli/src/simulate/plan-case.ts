import { CasePlan } from './case-plan.js';
import type { PlannedComplaint, PlannedStep } from './case-plan.js';
import {
  assignNotes,
  closeNotes,
  contactNotes,
  reopenNotes,
  withdrawalNotes,
} from './hotline-texts.js';
import { planExtension, planPause, planSnooze } from './plan-delays.js';
import { planTransfer } from './plan-departments.js';
import { simulatedEvidence } from './plan-evidence.js';
import { planAnswer, planCallback } from './plan-feedback.js';
import { planFiles } from './plan-files.js';
import {
  planAccusal,
  planNewCodes,
  planOverride,
  planRegrading,
  planThreat,
  planTriage,
} from './plan-grading.js';
import { planHandling, planQueue } from './plan-handling.js';
import { planDuplicate, planIncident, planSplit } from './plan-links.js';
import { planMajor } from './plan-major.js';
import { planOrders } from './plan-orders.js';
import { planParties } from './plan-parties.js';
import { planFollowUp, planLastQuestion, planProblem } from './plan-problems.js';
import { planSettling } from './plan-resolution.js';
import { planSafety } from './plan-safety.js';
import type { SeededRandom } from './seeded-random.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What becomes of a complaint: who works it when, how it ends, what the customer says of it. */
export function planCase(random: SeededRandom, complaint: PlannedComplaint): PlannedStep[] {
  const plan = new CasePlan(random, complaint);
  // Some complaints are left lying: their clocks run out.
  if (random.chance(0.06)) return plan.steps;
  plan.pace = complaint.severity === 'critical' ? 0.15 : random.chance(0.2) ? 4 : 1;
  if (complaint.hasThreat) {
    plan.after = random.between(2, 20) * minute;
    plan.command('acknowledge-alert', {});
  }
  if (!planLinks(plan)) return plan.steps;
  const owner = takeOn(plan);
  if (complaint.isFirstCall) {
    plan.command('resolve', simulatedEvidence.resolve(random), 'control');
    askBack(plan, owner);
    return plan.steps;
  }
  const evidence = simulatedEvidence.control(random);
  plan.command('complete-stage', { stage: 'control', evidence }, 'control');
  if (random.chance(0.03)) {
    takeBack(plan);
    return plan.steps;
  }
  work(plan, owner);
  plan.follow(planLastQuestion(plan.dice.matters));
  if (random.chance(0.1)) close(plan, owner);
  else askBack(plan, owner);
  followUp(plan);
  return plan.steps;
}

/** Whom and what else it concerns. @returns whether the case is worked by itself after that */
function planLinks(plan: CasePlan): boolean {
  const { random, complaint, dice } = plan;
  const { duplicateOf, incidentOf } = complaint;
  const guest = complaint.unit === 'south-harbour' ? 'a-001' : 'a-005';
  const repeated = duplicateOf !== undefined && { ...plan.planner(), earlier: duplicateOf, guest };
  if (repeated && !planDuplicate(repeated)) return false;
  if (incidentOf !== undefined) planIncident({ ...plan.planner(), earlier: incidentOf });
  if (random.chance(0.08)) planSplit(plan.planner());
  if (dice.others.chance(0.15)) planParties(plan.planner(dice.others));
  if (!dice.others.chance(0.05)) return true;
  planSafety(plan.planner(dice.others));
  return false;
}

/** Somebody owns it and rings the customer. @returns who */
function takeOn(plan: CasePlan): string {
  const { random, complaint, command, wait } = plan;
  wait(3 * minute, 50 * minute);
  const owner = random.pick(plan.owners).agentId;
  command('assign', { owner, reason: 'first-asked', note: random.pick(assignNotes) });
  planRegrading(plan);
  const contact = { channel: 'phone', direction: 'outbound', note: random.pick(contactNotes) };
  if (random.chance(0.08)) {
    // Rang at once from the road, and told a day or two later: the verdict meanwhile was wrong.
    wait(day, 2 * day);
    command('record-contact', contact, undefined, { happenedAfter: 15 * minute });
  } else {
    wait(minute, 30 * minute);
    command('record-contact', contact);
  }
  planQueue(plan.planner(plan.dice.timing));
  planHandling(plan.planner(plan.dice.timing), 'call');
  if (complaint.severity === 'critical' && random.chance(0.7)) planMajor(plan.planner());
  planTriage(plan);
  return owner;
}

/** From what was heard to the resolution. */
function work(plan: CasePlan, owner: string): void {
  const { random, complaint, command, dice, wait } = plan;
  listen(plan);
  if (random.chance(0.15)) {
    const { unit } = complaint;
    planTransfer({ random, unit, wait, command: (name, body) => command(name, body, 'apologise') });
  }
  // Nobody resolves the case before they have answered.
  if (random.chance(0.3)) plan.follow(planOrders(random, dice.matters, complaint.unit));
  plan.follow(planProblem(dice.matters, complaint.unit));
  planNewCodes(plan);
  planPause(plan);
  planSnooze(plan);
  planAccusal(plan, owner);
  planThreat(plan);
  if (dice.filing.chance(0.3)) planFiles(plan.planner(dice.filing));
  wait(5 * minute, 2 * hour);
  const apology = simulatedEvidence.apologise(random);
  command('complete-stage', { stage: 'apologise', evidence: apology }, 'apologise');
  planExtension(plan);
  settle(plan);
  const { resolution, ...outcome } = simulatedEvidence.resolve(random);
  wait(10 * minute, hour);
  command('add-evidence', { stage: 'resolve', evidence: outcome }, 'resolve');
  planHandling(plan.planner(dice.timing), dice.timing.pick(['research', 'coordination', 'visit']));
  wait(hour, 30 * hour);
  command('resolve', { resolution }, 'resolve');
}

function listen(plan: CasePlan): void {
  const { random, complaint, command, wait } = plan;
  wait(20 * minute, 3 * hour);
  const heard = simulatedEvidence.listen(random, complaint.receivedAt);
  const agreed = simulatedEvidence.establish(random);
  if (random.chance(0.2)) {
    command('complete-stages', { evidence: { listen: heard, establish: agreed } }, 'listen');
    return;
  }
  command('complete-stage', { stage: 'listen', evidence: heard }, 'listen');
  wait(10 * minute, 4 * hour);
  if (plan.dice.aside.chance(0.1)) planOverride(plan, 'establish');
  else command('complete-stage', { stage: 'establish', evidence: agreed }, 'establish');
}

/** The case goes on meanwhile: what is learned from it may take longer. */
function settle(plan: CasePlan): void {
  const resumeAt = plan.after;
  plan.follow(planSettling(plan.random));
  plan.after = resumeAt;
}

function takeBack({ random, complaint, command, wait, dice }: CasePlan): void {
  if (dice.matters.chance(0.8)) {
    // Nobody there has taken it on when the customer takes it back.
    const body = { to: complaint.unit === 'south' ? 'north' : 'south', reason: 'expertise' };
    command('transfer', body, 'listen');
  }
  wait(hour, 6 * hour);
  command('withdraw', { channel: 'phone', note: random.pick(withdrawalNotes) });
}

function close(plan: CasePlan, owner: string): void {
  const { random, command, wait } = plan;
  wait(2 * hour, day);
  command('close', { reason: 'customer-informed', note: closeNotes[0] }, 'callback');
  if (!random.chance(0.3)) return;
  wait(day, 3 * day);
  command('reopen', { reason: 'repeated-fault', note: reopenNotes[0] }, 'closed');
  work(plan, owner);
  planAnswer(plan, true);
}

/** Whoever is not satisfied is worked for once more. */
function askBack(plan: CasePlan, owner: string): void {
  if (planCallback(plan)) return;
  work(plan, owner);
  planAnswer(plan, true);
}

/** A problem is followed up after the end. */
function followUp(plan: CasePlan): void {
  if (!plan.isProblem) return;
  const last = plan.steps.at(-1)!;
  const isClosed =
    last.as === 'surveys' || (last.as === 'command' && last.command.command === 'close');
  plan.follow(planFollowUp(plan.dice.matters, isClosed));
}
