import type { Role } from '#contracts';

export const demoPassword = 'clearline-demo';

/** Of its live traffic: one every two seconds, worked to its end within minutes. */
export const demoComplaintsPerSecond = 0.5;

/** The demo's log-ins; `agentId` names the agent of the organisation each of them is. */
export const demoAccounts: { username: string; roles: Role[]; agentId?: string }[] = [
  { username: 'agent', roles: ['agent'], agentId: 'a-001' },
  { username: 'supervisor', roles: ['supervisor'], agentId: 's-001' },
  { username: 'manager', roles: ['manager'] },
  { username: 'bi', roles: ['bi'] },
  { username: 'admin', roles: ['admin', 'manager', 'supervisor', 'agent', 'bi'] },
];

/** The simulated hotline's, which the demo shows. */
export { hotlineOrganisation as demoOrganisation } from '../../cli/src/simulate/hotline-organisation.js';
