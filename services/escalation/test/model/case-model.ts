import type { CaseCommand, ComplaintFacts } from '../../src/domain/case-command.js';
import { Holding } from './holding.js';
import { goBack, isPending, transfer } from './model-transfers.js';
import type { Step } from './model-transfers.js';
import { lacking, lacksEvidence, putRight, wouldMove } from './model-evidence.js';
import type { Facts } from './model-evidence.js';
import { ModelApprovals } from './model-approvals.js';
import { goesOnWhileMerged, mergeInto, ModelMerge, unmerge } from './model-merge.js';
import { ModelOrders } from './model-orders.js';
import { Settled } from './model-settled.js';
import { illegal, stages, working } from './model-words.js';
import type { Refused } from './model-words.js';
import { decideExtension } from './model-extensions.js';
import { isOpen, ModelClocks, promisesOf } from './model-clocks.js';
import type { ModelClock } from './model-clocks.js';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

interface Placed {
  category?: string;
  department?: string;
}

const answeredByResolution = ['resolution', 'statutory', 'external', 'department'];

/**
 * A case told as plainly as possible: fields that commands set, and rules as sentences. It shares no code
 * with the decider, only the words of its commands.
 */
export class CaseModel {
  stage = 'control';
  isWithdrawn = false;
  owner: string | undefined;
  unit: string | undefined;
  priority: string;
  severity: string;
  category: string;
  product: string | undefined;
  contacted: 'inbound' | 'outbound' | undefined;
  emotion = false;
  route: Step[] = [];
  refusals = 0;
  /** What was said of stages that have not ended, and what was recorded towards a settlement. */
  kept: Record<string, Facts> = {};
  settled = new Settled();
  actions: { dueAt: number; isDone: boolean }[] = [];
  requests = new Map<ModelClock, string>();
  readonly approvals = new ModelApprovals();
  readonly overridden: string[] = [];
  readonly orders = new ModelOrders();
  readonly merge = new ModelMerge();
  readonly clocks = new ModelClocks();
  readonly holding: Holding;

  constructor(readonly complaint: ComplaintFacts) {
    const { owner, dimensions, priority, receivedAt, externalDueAt } = complaint;
    this.owner = owner;
    this.unit = dimensions.unit;
    this.priority = priority;
    this.severity = dimensions.severity;
    this.category = dimensions.category;
    this.holding = new Holding(this.unit, receivedAt);
    for (const promise of promisesOf(this.rule)) {
      if (promise.kind === 'department' || (promise.stage && promise.stage !== 'control')) continue;
      if (promise.kind === 'external' && externalDueAt === undefined) continue;
      const until = promise.kind === 'external' ? externalDueAt : undefined;
      this.clocks.start(promise, this.rule, receivedAt, until);
    }
  }

  get rule() {
    return this.priority === 'critical' ? 'critical' : 'standard';
  }
  get isWorking() {
    return working.includes(this.stage);
  }
  get status() {
    if (this.merge.into) return 'merged';
    if (this.stage === 'closed') return this.isWithdrawn ? 'withdrawn' : 'closed';
    if (!this.isWorking) return 'resolved';
    const isStill = this.clocks.paused().length > 0 && this.clocks.pausable().length === 0;
    return isStill ? 'paused' : 'open';
  }

  apply(command: CaseCommand, now: number): Refused {
    this.pass(now);
    const refused = this.decided(command, now);
    this.pass(now);
    return refused;
  }

  private pass(now: number): void {
    this.clocks.pass(now);
    this.orders.pass(now);
    this.approvals.pass(now);
  }

  private decided(command: CaseCommand, now: number): Refused {
    if (this.merge.into && !goesOnWhileMerged.has(command.type)) return illegal;
    switch (command.type) {
      case 'assign':
        if (this.stage === 'closed') return illegal;
        this.owner = command.owner;
        if (command.unit) this.moveTo(command.unit, now);
        return undefined;
      case 'complete-stage':
        return this.completeStage(command, now);
      case 'complete-stages':
        return this.completeAll(command, now);
      case 'resolve':
        if (!this.isWorking) return illegal;
        return this.endThrough(
          'resolve',
          { resolve: { ...command.evidence, ...command.texts } },
          now,
        );
      case 'add-evidence': {
        const given = { ...command.evidence, ...command.texts };
        if (!this.isWorking || this.hasPassed(command.stage)) return illegal;
        if (wouldMove(this, command.stage, given)) return illegal;
        this.kept[command.stage] = { ...this.kept[command.stage], ...given };
        return undefined;
      }
      case 'record-contact':
        return this.contact(command, now);
      case 'close':
        if (this.isWorking) return lacksEvidence(this, 'resolve') ? 'missing-evidence' : illegal;
        if (this.stage === 'closed') return illegal;
        return this.end(now);
      case 'withdraw':
        if (this.stage === 'closed') return illegal;
        this.contacted ??= 'inbound';
        this.clocks.cancel(this.clocks.all, now);
        this.isWithdrawn = true;
        return this.end(now);
      case 'reopen':
        return this.isWorking ? illegal : this.reopen(now);
      case 'note-feedback':
        return this.feedback(command, now);
      case 'pause':
        if (!this.isWorking || this.clocks.pausable().length === 0) return illegal;
        this.clocks.pause(now);
        return undefined;
      case 'resume':
        if (this.clocks.paused().length === 0) return illegal;
        this.clocks.resume(now);
        return undefined;
      case 'change-priority':
        return this.stage === 'closed'
          ? illegal
          : this.regrade(command.priority, this.severity, now);
      case 'change-severity':
        return this.stage === 'closed'
          ? illegal
          : this.regrade(command.severity, command.severity, now);
      case 'amend-codes':
        return putRight(this, command);
      case 'triage':
        return this.triage(command, now);
      case 'transfer':
        return transfer(this, command.to, now);
      case 'accept-transfer': {
        const step = this.route.at(-1);
        if (!this.isWorking || !step || step.isAccepted) return illegal;
        step.isAccepted = true;
        this.refusals = 0;
        this.owner = command.owner;
        return undefined;
      }
      case 'refuse-transfer':
      case 'hand-back':
        return goBack(this, command.type, now);
      case 'request-extension':
      case 'approve-extension':
      case 'refuse-extension':
        return decideExtension(this, command);
      case 'record-apology':
        if (this.stage === 'closed') return illegal;
        this.settled.add('apology').add('apologyChannel');
        return undefined;
      case 'offer-remedy':
        if (this.stage === 'closed') return illegal;
        this.settled.offer(command.cost);
        return undefined;
      case 'record-cause':
        this.settled.add('rootCause');
        return undefined;
      case 'plan-action':
        this.actions.push({ dueAt: command.dueAt, isDone: false });
        this.settled.add('preventiveAction');
        return undefined;
      case 'override-stage':
        return this.override(command, now);
      case 'co-handle':
      case 'supervise':
      case 'mark-problem':
        return this.orders.decide(command, this);
      case 'merge':
        return mergeInto(this, command.into, now);
      case 'unmerge':
        return unmerge(this, now);
      case 'join-duplicate':
        if (this.stage === 'closed') return illegal;
        this.merge.duplicates.add(command.duplicate.caseId);
        return undefined;
      case 'release-duplicate':
        this.merge.duplicates.delete(command.duplicate.caseId);
        return undefined;
      case 'ask-approval':
        return this.ask(command, now);
      case 'tick':
        return undefined;
      default:
        throw new Error(`the model knows no ${command.type}`);
    }
  }

  completeAction(index: number): Refused {
    const action = this.actions[index];
    if (!action) return 'not-found';
    if (action.isDone) return illegal;
    action.isDone = true;
    return undefined;
  }

  /** Nothing happens yet; what would be refused anyway is refused now, and nothing is asked for twice. */
  private ask(asked: Of<'ask-approval'>, now: number): Refused {
    const { proposed, command, by, withinMinutes = Infinity } = asked;
    if (proposed.type === 'withdraw' && this.stage === 'closed') return illegal;
    if (proposed.type === 'reopen' && (this.isWorking || this.merge.into)) return illegal;
    return this.approvals.ask(command, by, now + withinMinutes * 60_000);
  }

  /** Without an owner no stage ends; whatever else is missing, a supervisor's word is enough. */
  private override({ stage }: Of<'override-stage'>, now: number): Refused {
    if (stage !== this.stage) return illegal;
    const missing = lacking(this, stage);
    if (missing.includes('owner')) return 'missing-evidence';
    if (missing.length === 0 || (stage === 'resolve' && this.isHeldBack)) return illegal;
    this.overridden.push(stage);
    this.endStage(stage, this.kept[stage] ?? {}, now);
    return undefined;
  }

  private completeStage(command: Of<'complete-stage'>, now: number): Refused {
    const { stage, at = now } = command;
    const given = { ...command.evidence, ...command.texts };
    if (stage !== this.stage || !this.isWorking) return illegal;
    const [clock] = this.stageClocks();
    if (clock && at < clock.startedAt) return illegal;
    if (wouldMove(this, stage, given)) return illegal;
    return this.endThrough(stage, { [stage]: given }, at);
  }

  private completeAll(command: Of<'complete-stages'>, now: number): Refused {
    if (!this.isWorking) return illegal;
    const given: Record<string, Facts> = {};
    for (const [stage, { evidence, texts }] of Object.entries(command.stages)) {
      given[stage] = { ...evidence, ...texts };
      if (this.hasPassed(stage) || wouldMove(this, stage, given[stage])) return illegal;
    }
    return this.endThrough(working.filter((stage) => given[stage]).at(-1)!, given, now);
  }

  private endThrough(last: string, given: Record<string, Facts>, at: number): Refused {
    if (lacksEvidence(this, last, given)) return 'missing-evidence';
    if (last === 'resolve' && this.isHeldBack) return illegal;
    for (const stage of working.slice(stages.indexOf(this.stage), stages.indexOf(last) + 1)) {
      this.endStage(stage, { ...this.kept[stage], ...given[stage] }, at);
    }
    return undefined;
  }

  private endStage(stage: string, facts: Facts, at: number): void {
    this.clocks.stop(this.stageClocks(), at);
    if (stage === 'control') {
      this.emotion ||= facts['emotionLevel'] !== undefined;
      const isTold = this.contacted === 'outbound' || facts['acknowledged'] === true;
      if (isTold) this.answer(at, 'acknowledge');
    }
    if (stage === 'listen') this.product ??= facts['product'] as string | undefined;
    if (stage === 'establish') {
      const { category = this.category, department = this.unit } = facts as Placed;
      if (this.category === 'unclassified') this.category = category;
      if (this.unit === undefined) this.moveTo(department, at);
    }
    if (stage === 'resolve') {
      this.answer(at, ...answeredByResolution);
      this.clocks.cancel(this.clocks.all, at);
    }
    this.stage = stages[stages.indexOf(stage) + 1]!;
    const promise = promisesOf(this.rule).find((one) => one.stage === this.stage);
    if (promise) this.clocks.start(promise, this.rule, at);
  }

  private hasPassed(stage: string): boolean {
    return stages.indexOf(stage) < stages.indexOf(this.stage);
  }

  private contact({ direction, at }: Of<'record-contact'>, now: number): Refused {
    if (this.stage === 'closed') return illegal;
    if (direction === 'inbound') {
      this.contacted ??= 'inbound';
      return undefined;
    }
    this.contacted = 'outbound';
    const told = at ?? now;
    const isPromised = this.clocks.open('next-update').some(({ startedAt }) => startedAt > told);
    this.answer(told, 'acknowledge', 'next-update');
    if (this.isWorking && !(at !== undefined && isPromised)) this.promise('next-update', told);
    return undefined;
  }

  private feedback({ source, outcome, satisfied }: Of<'note-feedback'>, now: number): Refused {
    const isOver = this.status === 'resolved' || this.status === 'closed';
    if (source === 'callback' && satisfied === false && isOver) {
      return this.reopen(now);
    }
    if (this.stage !== source) return undefined;
    if (source === 'survey') return this.end(now);
    if (outcome === 'reached') this.stage = 'survey';
    return undefined;
  }

  private end(now: number): undefined {
    this.stage = 'closed';
    this.holding.end(now);
    this.ended(now);
  }

  /** What waits for a second person is pointless now. */
  ended(now: number, isMerged = false): void {
    this.approvals.waiting = [];
    this.orders.caseEnded(now, isMerged);
  }

  private get isHeldBack(): boolean {
    return isPending(this) || this.orders.holdsBack;
  }

  /** The work begins anew with fresh promises; nothing that was said or given counts any more. */
  private reopen(now: number): undefined {
    if (this.stage === 'closed') this.holding.begin(now);
    this.orders.caseBegan();
    this.stage = 'listen';
    this.isWithdrawn = false;
    this.kept = {};
    this.settled = new Settled();
    for (const kind of ['stage', 'next-update', 'resolution', 'statutory']) this.promise(kind, now);
  }

  private promise(kind: string, at: number): void {
    const found = promisesOf(this.rule).find(
      (one) => one.kind === kind && (kind !== 'stage' || one.stage === this.stage),
    );
    if (found) this.clocks.start(found, this.rule, at);
  }

  private regrade(priority: string, severity: string, now: number): undefined {
    const before = this.rule;
    this.priority = priority;
    this.severity = severity;
    if (this.rule === before) return;
    this.clocks.underRule(this.rule, now);
    if (!this.isWorking) return;
    for (const promise of promisesOf(this.rule)) {
      if (promise.kind !== 'resolution' && promise.kind !== 'statutory') continue;
      const earlier = this.clocks.earlier(promise);
      if (earlier.some(isOpen)) continue;
      const last = earlier.at(-1);
      const isBack = last?.state === 'cancelled';
      const from = last ? (isBack ? last.startedAt : now) : this.complaint.receivedAt;
      this.clocks.start(promise, this.rule, from);
    }
  }

  private triage({ severity = undefined, emotionLevel }: Of<'triage'>, now: number): Refused {
    if (this.stage === 'closed') return illegal;
    if (severity && severity !== this.severity) {
      if (this.stage !== 'control') return illegal;
      this.regrade(severity, severity, now);
    }
    this.emotion ||= emotionLevel !== undefined;
    return undefined;
  }

  private stageClocks(): ModelClock[] {
    return this.clocks.open('stage').filter(({ stage }) => stage === this.stage);
  }

  private answer(at: number, ...kinds: string[]): void {
    this.clocks.stop(this.clocks.answeredAt(at, this.complaint.receivedAt, ...kinds), at);
  }

  moveTo(unit: string | undefined, at: number): void {
    this.unit = unit;
    this.holding.pass(unit, at);
  }
}
