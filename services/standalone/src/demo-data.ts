import type { Role } from '#contracts';

export const demoPassword = 'clearline-demo';

/** The demo's log-ins; `agentId` names the agent of the organisation each of them is. */
export const demoAccounts: { username: string; roles: Role[]; agentId?: string }[] = [
  { username: 'agent', roles: ['agent'], agentId: 'a-001' },
  { username: 'supervisor', roles: ['supervisor'], agentId: 's-001' },
  { username: 'manager', roles: ['manager'] },
  { username: 'bi', roles: ['bi'] },
  { username: 'admin', roles: ['admin', 'manager', 'supervisor', 'agent', 'bi'] },
];

const named = (code: string, zh: string, en: string, parent?: string) => ({
  code,
  name: { zh, en },
  ...(parent && { parent }),
});

/** A gas company's hotline, small. */
export const demoOrganisation = {
  units: [
    named('hq', '总部', 'Head office'),
    named('north', '北区', 'North', 'hq'),
    named('south', '南区', 'South', 'hq'),
  ],
  categories: [
    named('billing', '账单', 'Billing'),
    named('leak', '泄漏', 'Leak'),
    named('repair', '维修', 'Repair'),
    named('attitude', '服务态度', 'Conduct'),
  ],
  products: [
    named('pipeline-gas', '管道燃气', 'Pipeline gas'),
    named('meter', '燃气表', 'Gas meter'),
  ],
};
