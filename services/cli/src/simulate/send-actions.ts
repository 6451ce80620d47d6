import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { publishHotline } from './publish-hotline.js';
import type { SimulatedAction, SimulatedCommand } from './simulated-action.js';
import { movedBy } from './moved-by.js';
import { StepsOnCases } from './steps-on-cases.js';
import { isTouchedByOthers } from './touched-by-others.js';
import { WorkRecord } from './work-record.js';

export interface SimulationResult {
  complaints: number;
  callbacks: number;
  surveys: number;
  commands: number;
  /** Done by an earlier run of the same simulation. */
  repeated: number;
  /** Refused by the API, e.g. because a case stood elsewhere. */
  refused: number;
}
export interface SendOptions {
  /** Resolves when it is time for an action; false ends the simulation. */
  waitFor: (at: number) => Promise<boolean>;
  /** The installation's clock, where it may be far ahead of who plays: instants that a step sets move along. */
  now?: () => number;
  /** The accounts that play: a case that anybody else worked on is left to them. Absent, nobody looks. */
  players?: readonly string[];
  onProgress?: (at: number, result: SimulationResult) => void;
}
interface FilingAnswer {
  items: { index: number; status: number; id?: string }[];
}

const caseWaitMs = 15_000;
const parallel = 8;

/** Plays a simulation against a running Clearline over its public API. What was done before is not done a second time. */
export class ActionSender {
  readonly result: SimulationResult = {
    complaints: 0,
    callbacks: 0,
    surveys: 0,
    commands: 0,
    repeated: 0,
    refused: 0,
  };
  private readonly onCases: StepsOnCases;
  /** By how much a step that was planned for an instant is late. */
  private latenessOf = (_planned: number): number => 0;
  private players: readonly string[] | undefined;
  private readonly ids = new Map<string, string>();
  private readonly questionIds = new Map<string, string>();
  /** Complaints that an earlier run filed, with what it did to their cases. */
  private readonly records = new Map<string, WorkRecord>();

  /** @param supervisor who decides what another person asked for; the same person is refused that */
  constructor(
    private readonly api: ApiClient,
    private readonly supervisor = api,
  ) {
    this.onCases = new StepsOnCases(api, supervisor);
  }

  async play(actions: Iterable<SimulatedAction>, options: SendOptions): Promise<SimulationResult> {
    const { now } = options;
    this.players = options.players;
    if (now) this.latenessOf = (planned) => Math.max(0, now() - planned);
    let commands: SimulatedCommand[] = [];
    for (const action of actions) {
      const goesOn = action.kind === 'command' && (commands[0]?.at ?? action.at) === action.at;
      if (!goesOn) {
        await this.work(commands);
        commands = [];
      }
      if (!(await options.waitFor(action.at))) return this.result;
      if (action.kind === 'command') commands.push(action);
      else await this.send(action);
      options.onProgress?.(action.at, this.result);
    }
    await this.work(commands);
    return this.result;
  }

  private async send(action: Exclude<SimulatedAction, SimulatedCommand>): Promise<void> {
    if (action.kind === 'organisation') {
      await this.api.post('/api/v1/organisation', action.body);
      await publishHotline(this.api, this.supervisor);
    } else if (action.kind === 'customer') {
      const { id } = await this.api.post<{ id: string }>('/api/v1/customers', action.body);
      // Whoever is known stays as they are until somebody changes them.
      await this.api.patch(`/api/v1/customers/${id}`, { tier: action.body['tier'] });
    } else if (action.kind === 'question') {
      await this.ask(action);
    } else if (action.kind === 'question-step') {
      await this.stepOfQuestion(action);
    } else {
      await this.file(action);
    }
  }

  /** Where nobody may publish the standards, none answers it. */
  private async ask({ ref, body }: Extract<SimulatedAction, { kind: 'question' }>): Promise<void> {
    try {
      const { id } = await this.api.post<{ id: string }>('/api/v1/questions', body);
      this.questionIds.set(ref, id);
    } catch (error) {
      if (!(error instanceof CommandFailure && /^4(03|22) /.test(error.message))) throw error;
    }
  }

  /** An earlier run may have done it. */
  private async stepOfQuestion({
    ref,
    step,
    body,
  }: Extract<SimulatedAction, { kind: 'question-step' }>): Promise<void> {
    const id = this.questionIds.get(ref);
    if (id === undefined) return;
    try {
      await this.supervisor.post(`/api/v1/questions/${id}/${step}`, body);
    } catch (error) {
      if (!(error instanceof CommandFailure && /^4(03|09|22) /.test(error.message))) throw error;
    }
  }

  private async file({
    kind,
    key,
    items,
  }: Extract<SimulatedAction, { items: unknown }>): Promise<void> {
    const isComplaints = kind === 'complaints';
    if (kind === 'surveys') await Promise.all(items.map(({ ref }) => this.waitForSurvey(ref)));
    const known = isComplaints ? items : await this.ownOf(items);
    if (known.length === 0) return;
    const bodies = known.map(({ ref, body }) =>
      isComplaints ? body : { caseId: this.ids.get(ref)!, ...body },
    );
    const { body, replayed } = await this.api.file<FilingAnswer>(`/api/v1/${kind}`, bodies, key);
    for (const { index, id } of body.items) {
      const { ref } = known[index]!;
      if (!id) {
        this.result.refused += 1;
        continue;
      }
      this.result[replayed ? 'repeated' : kind] += 1;
      if (!isComplaints) continue;
      this.ids.set(ref, id);
      if (replayed) this.records.set(ref, new WorkRecord(this.api, id));
    }
  }

  /** The steps of one case in their order, those of several cases side by side. */
  private async work(commands: readonly SimulatedCommand[]): Promise<void> {
    const byCase = new Map<string, SimulatedCommand[]>();
    for (const command of commands) {
      byCase.set(command.ref, [...(byCase.get(command.ref) ?? []), command]);
    }
    const queue = [...byCase.values()];
    const worker = async () => {
      for (let steps = queue.shift(); steps; steps = queue.shift()) {
        for (const step of steps) await this.step(step);
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  }

  private async step(step: SimulatedCommand): Promise<void> {
    const id = this.ids.get(step.ref);
    if (id === undefined) return;
    if (await this.records.get(step.ref)?.holds(step)) {
      this.result.repeated += 1;
      return;
    }
    const isReady = await this.waitForStage(id, ({ stage }) => !step.stage || stage === step.stage);
    // Last of all: who waits for a case may wait for somebody else to move it.
    if (await this.isLeftAlone(id)) return;
    const body = movedBy(this.latenessOf(step.at), step.body);
    const isDone = isReady && (await this.execute(id, { ...step, body }));
    this.result[isDone ? 'commands' : 'refused'] += 1;
  }

  /** What somebody else works on is overturned by no step that was planned before. */
  private async isLeftAlone(caseId: string): Promise<boolean> {
    return this.players !== undefined && isTouchedByOthers(this.api, caseId, this.players);
  }

  /** Those of cases that were filed and are left to nobody else. */
  private async ownOf<Item extends { ref: string }>(items: readonly Item[]): Promise<Item[]> {
    const own: Item[] = [];
    for (const item of items) {
      const id = this.ids.get(item.ref);
      if (id !== undefined && !(await this.isLeftAlone(id))) own.push(item);
    }
    return own;
  }

  private async execute(
    id: string,
    { command, body, bySupervisor, earlier }: SimulatedCommand,
  ): Promise<boolean> {
    try {
      const found = this.onCases.take(id, command, body);
      if (found) return await found;
      const api = bySupervisor ? this.supervisor : this.api;
      if (command === 'split') {
        await api.post(`/api/v1/complaints/${id}/split`, body);
        return true;
      }
      if (earlier !== undefined) return await this.link(api, id, { command, body, earlier });
      await api.post(pathOf(command, id), body);
      return true;
    } catch (error) {
      // What a case refuses (403, 409) or does not take (422) is part of life; a lost connection is not.
      if (error instanceof CommandFailure && /^4(03|04|09|22) /.test(error.message)) return false;
      throw error;
    }
  }

  /** Tells a case that it belongs to one that was filed before. */
  private async link(
    api: ApiClient,
    id: string,
    { command, body, earlier }: Pick<SimulatedCommand, 'command' | 'body' | 'earlier'>,
  ): Promise<boolean> {
    const other = this.ids.get(earlier!);
    if (other === undefined || (await this.isLeftAlone(other))) return false;
    const path = `/api/v1/cases/${id}/commands`;
    if (command === 'merge-duplicate') await api.post(`${path}/merge`, { into: other, ...body });
    else if (command.endsWith('-repeat-of')) {
      const name = command.replace(/-of$/, '');
      await api.post(`${path}/${name}`, { earlier: other, ...body });
    } else await api.post(`${path}/join-incident`, { incident: other });
    return true;
  }

  /** A callback moves the case on only once it has arrived there. */
  private async waitForSurvey(ref: string): Promise<void> {
    const id = this.ids.get(ref);
    if (id !== undefined) await this.waitForStage(id, ({ stage }) => stage !== 'callback');
  }

  /** False when the case does not get there in time. */
  private async waitForStage(
    id: string,
    isThere: (found: { stage: string }) => boolean,
  ): Promise<boolean> {
    const until = performance.now() + caseWaitMs;
    for (let pauseMs = 10; ; pauseMs = Math.min(500, pauseMs * 2)) {
      const found = await this.api.find<{ stage: string }>(`/api/v1/cases/${id}`);
      if (found && isThere(found)) return true;
      if (performance.now() > until) return false;
      await sleep(pauseMs);
    }
  }
}

/** Where a step is sent that is about no other complaint. */
function pathOf(command: string, id: string): string {
  switch (command) {
    case 'ask-to-join':
      return `/api/v1/cases/${id}/join-requests`;
    case 'amend':
      return `/api/v1/complaints/${id}/amendments`;
    case 'add-facts':
      return `/api/v1/complaints/${id}/facts`;
    default:
      return `/api/v1/cases/${id}/commands/${command}`;
  }
}
