import { hotlineAgents } from './hotline-organisation.js';
import { stakeholderConcerns, stakeholders } from './hotline-texts.js';
import type { Planner } from './planner.js';

const minute = 60_000;

/** Life and property: people are named who settle it, and those who have a say in it are mapped. */
export function planMajor({ random, wait, command }: Planner): void {
  const bySupervisor = true;
  wait(2 * minute, 20 * minute);
  command('triage', { complaintTier: 'major' }, 'control', { bySupervisor });
  const first = random.between(0, hotlineAgents.length - 3);
  const [lead, ...others] = hotlineAgents.slice(first, first + 3).map(({ agentId }) => agentId);
  const members = others.map((agent, index) => ({
    agent,
    role: index === 0 ? 'technical' : 'customer',
  }));
  wait(2 * minute, 20 * minute);
  command('name-task-force', { lead, members }, undefined, { bySupervisor });
  const { kind, name } = random.pick(stakeholders);
  const concern = random.pick(stakeholderConcerns);
  wait(minute, 10 * minute);
  const stance = random.pick(['neutral', 'critical', 'unknown']);
  const mapped = { kind, name, stance, speaker: lead, concern };
  command('map-stakeholder', mapped, undefined, { bySupervisor });
}
