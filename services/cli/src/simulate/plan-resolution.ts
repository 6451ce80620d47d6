import { hotlineAgents } from './hotline-organisation.js';
import {
  accountabilityTexts,
  apologies,
  internalNotes,
  messageTexts,
  offers,
  preventions,
  refusedRemedyNotes,
  remedyWishes,
  rootCauses,
} from './hotline-texts.js';
import type { SeededRandom } from './seeded-random.js';
import type { SimulatedCommand } from './simulated-action.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const causes = ['people.conduct', 'process.schedule', 'system.billing', 'product.wear'];

/** One step towards a settlement, `wait` after the one before it. */
export interface SettlingStep {
  wait: number;
  command: SimulatedCommand['command'];
  body: Record<string, unknown>;
  /** Due this long after the step itself. */
  dueIn?: number;
  bySupervisor?: true;
}

/** What staff record besides the evidence of a stage: notes, a remedy within or above their authority, what is learned. */
export function planSettling(random: SeededRandom): SettlingStep[] {
  const steps: SettlingStep[] = [];
  const add = (
    command: SettlingStep['command'],
    body: Record<string, unknown>,
    more: Partial<SettlingStep> = {},
  ) => steps.push({ wait: random.between(2 * minute, 40 * minute), command, body, ...more });
  if (random.chance(0.4)) add('add-note', { text: random.pick(internalNotes) });
  if (random.chance(0.3)) {
    const isUndone = random.chance(0.3);
    const kind = random.pick(['acknowledgement', 'interim', 'final', 'letter']);
    const channel = kind === 'letter' ? 'letter' : random.pick(['app', 'web', 'phone']);
    const body = { kind, channel, text: random.pick(messageTexts) };
    const later = isUndone ? { dueIn: 2 * day } : {};
    add('write-message', { ...body, ...(isUndone && { undo: true }) }, later);
  }
  if (random.chance(0.15)) {
    add('record-apology', { channel: 'phone', text: random.pick(apologies) });
  }
  if (random.chance(0.25)) {
    // Above a supervisor's authority: a manager decides.
    const isDear = random.chance(0.5);
    const cost = isDear ? random.between(6, 40) * 1_000 : random.between(1, 25) * 20;
    const kind = random.pick(['refund', 'compensation', 'gesture']);
    const bySupervisor = true as const;
    const text = random.pick(offers);
    add('offer-remedy', { kind, cost, text }, isDear ? { bySupervisor } : {});
    if (isDear) {
      const approved = random.chance(0.7);
      const note = !approved && { note: random.pick(refusedRemedyNotes) };
      add('decide-remedy', { approved, ...note });
    }
    if (random.chance(0.6)) {
      const answer = random.pick(['accepted', 'accepted', 'refused', 'counter-wish']);
      const wish = answer === 'counter-wish' && { wish: random.pick(remedyWishes) };
      add('answer-last-remedy', { answer, channel: 'phone', ...wish });
    }
  }
  if (random.chance(0.3)) learn();
  return steps;

  function learn(): void {
    add('record-cause', { cause: random.pick(causes), text: random.pick(rootCauses) });
    const owner = random.pick(hotlineAgents).agentId;
    const dueIn = random.between(2 * day, 6 * day);
    add('plan-action', { owner, text: random.pick(preventions) }, { dueIn });
    if (random.chance(0.3)) {
      const finding = random.pick(['responsible', 'partly-responsible', 'cleared']);
      const sanction = finding === 'cleared' ? 'none' : random.pick(['talk', 'training']);
      const text = random.pick(accountabilityTexts);
      const accountable = random.pick(hotlineAgents).agentId;
      const found = { accountable, finding, sanction, text };
      add('record-accountability', found, { bySupervisor: true });
    }
    if (random.chance(0.2)) {
      const later = { dueIn: random.between(6 * day, 9 * day) };
      add('move-oldest-action', { reason: 'workload' }, later);
    }
    if (random.chance(0.15)) add('drop-oldest-action', { reason: 'not-needed' });
    if (random.chance(0.6)) add('finish-action', {}, { wait: random.between(day, 8 * day) });
  }
}
