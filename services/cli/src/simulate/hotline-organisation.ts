const named = (code: string, zh: string, en: string, parent?: string) => ({
  code,
  name: { zh, en },
  ...(parent && { parent }),
});
const agent = (agentId: string, unit: string, role = 'agent') => ({ agentId, unit, roles: [role] });

/** A gas company's hotline: its units, what people complain about, and what they use. */
export const hotlineOrganisation = {
  units: [
    named('hq', '总部', 'Head office'),
    named('north', '北区', 'North', 'hq'),
    named('south', '南区', 'South', 'hq'),
    named('south-harbour', '南区海港站', 'South, harbour', 'south'),
    named('hse', '安全监察台', 'Safety desk', 'hq'),
  ],
  categories: [
    named('billing', '账单', 'Billing'),
    named('leak', '泄漏', 'Leak'),
    named('repair', '维修', 'Repair'),
    named('attitude', '服务态度', 'Conduct'),
    named('installation', '开户安装', 'Installation'),
    named('injury', '人身伤害', 'Injury'),
  ],
  products: [
    named('pipeline-gas', '管道燃气', 'Pipeline gas'),
    named('meter', '燃气表', 'Gas meter'),
    named('boiler', '壁挂炉', 'Boiler'),
  ],
};

export const hotlineAgents = [
  agent('a-001', 'north'),
  agent('a-002', 'north'),
  agent('a-003', 'south'),
  agent('a-004', 'south'),
  agent('a-005', 'south-harbour'),
  agent('s-001', 'hq', 'supervisor'),
  agent('s-002', 'hq', 'supervisor'),
  agent('a-006', 'hse'),
];
