import {
  accusedNotes,
  amendNotes,
  approvalNotes,
  assignNotes,
  callbackNotes,
  closeNotes,
  comments,
  contactNotes,
  extensionNotes,
  notices,
  overrideNotes,
  pauseNotes,
  priorityNotes,
  reopenNotes,
  snoozeNotes,
  threatNotes,
  triageNotes,
  withdrawalNotes,
} from './hotline-texts.js';
import { simulatedEvidence } from './plan-evidence.js';
import { planOrders } from './plan-orders.js';
import type { OrderStep } from './plan-orders.js';
import { planFollowUp, planLastQuestion, planProblem } from './plan-problems.js';
import { planHandling, planQueue } from './plan-handling.js';
import { planSettling } from './plan-resolution.js';
import { hotlineAgents } from './hotline-organisation.js';
import { planDuplicate, planIncident, planSplit } from './plan-links.js';
import { planFiles } from './plan-files.js';
import { planMajor } from './plan-major.js';
import { planParties } from './plan-parties.js';
import { planSafety } from './plan-safety.js';
import { planTransfer } from './plan-departments.js';
import { SeededRandom } from './seeded-random.js';
import type { SimulatedCommand } from './simulated-action.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Command = Omit<SimulatedCommand, 'kind' | 'at' | 'ref'> & {
  /** Tells of something that happened this long after the complaint came in. */
  happenedAfter?: number;
  /** Asks for something to be done by this long after it came in. */
  dueAfter?: number;
};
/** A step of the work on one case, `after` the complaint came in. */
export type PlannedStep =
  | { after: number; as: 'command'; command: Command }
  | { after: number; as: 'callbacks' | 'surveys'; body: Record<string, unknown> };

/** What becomes of a complaint: who works it when, how it ends, what the customer says of it. */
export function planCase(
  random: SeededRandom,
  complaint: {
    unit: string;
    severity: string;
    hasThreat: boolean;
    isAnonymous: boolean;
    receivedAt: string;
    /** The call brought the evidence of every stage but the last. */
    isFirstCall: boolean;
    /** The complaint, by name, that it repeats. */
    duplicateOf?: string;
    /** The complaint, by name, that has the same cause. */
    incidentOf?: string;
  },
): PlannedStep[] {
  const plan: PlannedStep[] = [];
  // Dice of their own, so that what the others throw stays as it is.
  const received = Date.parse(complaint.receivedAt) / 1_000;
  const [aside, timing, others, filing, matters, keying] = [0, 1, 2, 3, 4, 5].map(
    (shift) => new SeededRandom(received + shift),
  ) as [SeededRandom, SeededRandom, SeededRandom, SeededRandom, SeededRandom, SeededRandom];
  // Some complaints are left lying: their clocks run out.
  if (random.chance(0.06)) return plan;
  const pace = complaint.severity === 'critical' ? 0.15 : random.chance(0.2) ? 4 : 1;
  let after = 0;
  const wait = (low: number, high: number) => (after += random.between(low, high) * pace);
  const idle = (low: number, high: number) => (after += aside.between(low, high) * pace);
  const linger = (low: number, high: number) => (after += others.between(low, high) * pace);
  const command = (
    name: Command['command'],
    body: Record<string, unknown>,
    stage?: string,
    more: Pick<Command, 'bySupervisor' | 'happenedAfter' | 'dueAfter' | 'earlier'> = {},
  ) =>
    plan.push({
      after,
      as: 'command',
      command: { command: name, body, ...(stage && { stage }), ...more },
    });

  if (complaint.hasThreat) {
    after = random.between(2, 20) * minute;
    command('acknowledge-alert', {});
  }
  const { duplicateOf: earlier } = complaint;
  const guest = complaint.unit === 'south-harbour' ? 'a-001' : 'a-005';
  if (earlier !== undefined && !planDuplicate({ random, earlier, guest, wait, command }))
    return plan;
  const { incidentOf: cause } = complaint;
  if (cause !== undefined) planIncident({ random, earlier: cause, wait, command });
  if (random.chance(0.08)) planSplit({ random, wait, command });
  if (others.chance(0.15)) planParties({ random: others, wait: linger, command });
  if (others.chance(0.05)) {
    planSafety({ random: others, wait: linger, command });
    return plan;
  }
  wait(3 * minute, 50 * minute);
  const owners = hotlineAgents.filter(({ unit }) => unit === complaint.unit);
  const owner = random.pick(owners).agentId;
  command('assign', { owner, reason: 'first-asked', note: random.pick(assignNotes) });
  regrade();
  const contact = { channel: 'phone', direction: 'outbound', note: random.pick(contactNotes) };
  if (random.chance(0.08)) {
    // Rang at once from the road, and told a day or two later: the verdict meanwhile was wrong.
    wait(day, 2 * day);
    command('record-contact', contact, undefined, { happenedAfter: 15 * minute });
  } else {
    wait(minute, 30 * minute);
    command('record-contact', contact);
  }
  planQueue({ random: timing, command });
  planHandling({ random: timing, command }, 'call');
  if (complaint.severity === 'critical' && random.chance(0.7)) planMajor({ random, wait, command });
  judge();
  if (complaint.isFirstCall) {
    command('resolve', simulatedEvidence.resolve(random), 'control');
    askBack();
    return plan;
  }
  const evidence = simulatedEvidence.control(random);
  command('complete-stage', { stage: 'control', evidence }, 'control');
  if (random.chance(0.03)) {
    if (matters.chance(0.8)) {
      // Nobody there has taken it on when the customer takes it back.
      const body = { to: complaint.unit === 'south' ? 'north' : 'south', reason: 'expertise' };
      command('transfer', body, 'listen');
    }
    wait(hour, 6 * hour);
    command('withdraw', { channel: 'phone', note: random.pick(withdrawalNotes) });
    return plan;
  }
  work();
  follow(planLastQuestion(matters));
  if (random.chance(0.1)) close();
  else askBack();
  followUp();
  return plan;

  function work(): void {
    wait(20 * minute, 3 * hour);
    const heard = simulatedEvidence.listen(random, complaint.receivedAt);
    const agreed = simulatedEvidence.establish(random);
    if (random.chance(0.2)) {
      command('complete-stages', { evidence: { listen: heard, establish: agreed } }, 'listen');
    } else {
      command('complete-stage', { stage: 'listen', evidence: heard }, 'listen');
      wait(10 * minute, 4 * hour);
      if (aside.chance(0.1)) override('establish');
      else command('complete-stage', { stage: 'establish', evidence: agreed }, 'establish');
    }
    if (random.chance(0.15)) {
      const { unit } = complaint;
      planTransfer({
        random,
        unit,
        wait,
        command: (name, body) => command(name, body, 'apologise'),
      });
    }
    if (random.chance(0.3)) order();
    follow(planProblem(matters, complaint.unit));
    if (keying.chance(0.1)) amendCodes();
    if (random.chance(0.2)) waitForCustomer();
    if (aside.chance(0.12)) snooze();
    if (aside.chance(0.08)) accuse();
    if (aside.chance(0.06)) threaten();
    if (filing.chance(0.3)) planFiles({ random: filing, command });
    wait(5 * minute, 2 * hour);
    const apology = simulatedEvidence.apologise(random);
    command('complete-stage', { stage: 'apologise', evidence: apology }, 'apologise');
    if (random.chance(0.2)) extend();
    settle();
    const { resolution, ...outcome } = simulatedEvidence.resolve(random);
    wait(10 * minute, hour);
    command('add-evidence', { stage: 'resolve', evidence: outcome }, 'resolve');
    planHandling({ random: timing, command }, timing.pick(['research', 'coordination', 'visit']));
    wait(hour, 30 * hour);
    command('resolve', { resolution }, 'resolve');
  }

  /** Who calls is not always easy to talk to. */
  function judge(): void {
    if (!random.chance(0.35)) return;
    const customerType = random.pick(['talkative', 'odd', 'domineering', 'argumentative']);
    const note = random.chance(0.5) && { note: random.pick(triageNotes) };
    const judged = { emotionLevel: random.between(2, 5), customerType, ...note };
    command('triage', judged, 'control');
  }

  /** Nobody reaches the customer any more: the work goes on without their word. */
  function override(stage: string): void {
    const body = { stage, reason: 'customer-unreachable', note: aside.pick(overrideNotes) };
    command('override-stage', body, stage, { bySupervisor: true });
  }

  /** Nobody resolves the case before they have answered. */
  function order(): void {
    follow(planOrders(random, matters, complaint.unit));
  }

  function isProblem(): boolean {
    return plan.some((one) => one.as === 'command' && one.command.command === 'mark-problem');
  }

  function follow(steps: readonly OrderStep[]): void {
    for (const { wait: pause, command: name, body, dueIn, bySupervisor, stage } of steps) {
      // A case is about one conduct only; what would follow is the answer to that.
      if (name === 'mark-problem' && isProblem()) return;
      after += pause;
      command(name, body, stage, {
        ...(dueIn !== undefined && { dueAfter: after + dueIn }),
        ...(bySupervisor && { bySupervisor }),
      });
    }
  }

  /** A problem is followed up after the end. */
  function followUp(): void {
    if (!isProblem()) return;
    const last = plan.at(-1)!;
    const isClosed =
      last.as === 'surveys' || (last.as === 'command' && last.command.command === 'close');
    follow(planFollowUp(matters, isClosed));
  }

  /** The case goes on meanwhile: what is learned from it may take longer. */
  function settle(): void {
    const resumeAt = after;
    for (const { wait: pause, command: name, body, dueIn, bySupervisor } of planSettling(random)) {
      after += pause;
      command(name, body, undefined, {
        ...(dueIn !== undefined && { dueAfter: after + dueIn }),
        ...(bySupervisor && { bySupervisor }),
      });
    }
    after = resumeAt;
  }

  /** Now and then the first look at a complaint was wrong. */
  function regrade(): void {
    const graver = complaint.severity === 'high' ? ['critical'] : ['high', 'critical'];
    if (complaint.severity !== 'critical' && random.chance(0.12)) {
      wait(minute, 20 * minute);
      const note = random.pick(priorityNotes);
      command('change-priority', { priority: random.pick(graver), note });
      idle(2 * minute, 15 * minute);
      const approved = aside.chance(0.8);
      const word = { approved, note: approvalNotes[approved ? 0 : 1] };
      command('decide-approval', word, undefined, { bySupervisor: true });
    }
    if (complaint.severity !== 'critical' && random.chance(0.06)) {
      wait(minute, 20 * minute);
      command('change-severity', { severity: random.pick(graver) });
    }
    // Who gave no name turned out to be somebody.
    if (complaint.isAnonymous && random.chance(0.8)) command('change-tier', { tier: 'key' });
  }

  /** Whoever filed it had taken it for something else. */
  function amendCodes(): void {
    const product = keying.chance(0.5) && { product: keying.pick(['meter', 'boiler', 'none']) };
    const category = keying.pick(['billing', 'leak', 'repair', 'attitude', 'installation']);
    const why = { reason: keying.pick(['mis-keyed', 'misheard']), note: keying.pick(amendNotes) };
    // At whatever stage: nobody waits with it.
    command('amend-codes', { category, ...product, ...why });
  }

  function waitForCustomer(): void {
    wait(minute, hour);
    const reason = random.pick(['awaiting-customer', 'agreed-appointment']);
    command('pause', { reason, note: random.pick(pauseNotes) }, 'apologise');
    wait(4 * hour, 2 * day);
    command('resume', {}, 'apologise');
  }

  /** The supervisor knows that it is being worked on, and lets it be for a day or so. */
  function snooze(): void {
    idle(5 * minute, hour);
    const dueAfter = after + aside.between(2 * hour, 30 * hour);
    const body = { reason: 'worked-on', note: aside.pick(snoozeNotes) };
    command('snooze-reminders', body, 'apologise', { bySupervisor: true, dueAfter });
    if (aside.chance(0.7)) return;
    idle(10 * minute, hour);
    command('resume-reminders', {}, 'apologise', { bySupervisor: true });
  }

  /** The customer complains of somebody who had been there. */
  function accuse(): void {
    idle(minute, hour);
    const colleagues = owners.filter(({ agentId }) => agentId !== owner);
    if (colleagues.length === 0) return;
    const agents = [aside.pick(colleagues).agentId];
    const note = aside.pick(accusedNotes);
    command('name-accused', { agents, note }, 'apologise', { bySupervisor: true });
  }

  /** The customer has called again, and threatens. */
  function threaten(): void {
    idle(minute, 2 * hour);
    const threats = [aside.pick(['media', 'regulator', 'legal'])];
    command('flag-threats', { threats, note: aside.pick(threatNotes) }, 'apologise');
  }

  function extend(): void {
    wait(10 * minute, 3 * hour);
    const note = random.pick(extensionNotes);
    command('request-extension', { kind: 'statutory', reason: 'complex-facts', note }, 'resolve');
    wait(10 * minute, 3 * hour);
    const bySupervisor = true;
    if (random.chance(0.7)) {
      const notice = { channel: 'phone', text: random.pick(notices) };
      command('approve-extension', { notice }, 'resolve', { bySupervisor });
    } else {
      command('refuse-extension', { reason: 'time-is-enough' }, 'resolve', { bySupervisor });
    }
  }

  function close(): void {
    wait(2 * hour, day);
    command('close', { reason: 'customer-informed', note: closeNotes[0] }, 'callback');
    if (!random.chance(0.3)) return;
    wait(day, 3 * day);
    command('reopen', { reason: 'repeated-fault', note: reopenNotes[0] }, 'closed');
    work();
    ask(true);
  }

  function askBack(): void {
    if (random.chance(0.2)) {
      wait(4 * hour, day);
      const outcome = random.pick(['unreachable', 'refused', 'awaiting-reply', 'filtered']);
      callback({ outcome, note: callbackNotes[2] });
    }
    const satisfied = random.chance(0.86);
    ask(satisfied);
    if (satisfied) return;
    work();
    ask(true);
  }

  function ask(satisfied: boolean): void {
    wait(8 * hour, day);
    callback({ outcome: 'reached', satisfied, note: callbackNotes[satisfied ? 0 : 1] });
    if (!satisfied || !random.chance(0.7)) return;
    wait(hour, day);
    plan.push({ after, as: 'surveys', body: surveyOf(random) });
  }

  function callback(body: Record<string, unknown>): void {
    plan.push({ after, as: 'callbacks', body: { type: 'resolution', ...body } });
  }
}

function surveyOf(random: SeededRandom): Record<string, unknown> {
  const comment = random.chance(0.3) && { comment: random.pick(comments) };
  const kind = random.pick(['csat', 'csat', 'csat', 'nps', 'ces', 'servqual', 'csi']);
  switch (kind) {
    case 'nps':
      return { kind, score: random.between(3, 10), ...comment };
    case 'ces':
      return { kind, score: random.between(2, 7), ...comment };
    case 'servqual': {
      const pair = () => ({ expected: random.between(5, 7), perceived: random.between(3, 7) });
      const dimensions = ['reliability', 'assurance', 'tangibles', 'empathy', 'responsiveness'];
      return { kind, answers: Object.fromEntries(dimensions.map((name) => [name, pair()])) };
    }
    case 'csi': {
      const items = ['speed', 'politeness', 'result'];
      return {
        kind,
        answers: Object.fromEntries(items.map((name) => [name, random.between(5, 10)])),
      };
    }
    default:
      return { kind, score: random.pick([1, 2, 3, 4, 4, 5, 5, 5]), ...comment };
  }
}
