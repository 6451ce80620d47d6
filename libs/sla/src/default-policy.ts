import type { Policy, PolicyClock } from './policy.js';
import type { RootCause } from './policy-resolution.js';

const workday: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const always: [string, string][] = [['00:00', '24:00']];
const warnings = [0.5, 0.75, 0.9];

const working = (hours: number) => ({ unit: 'working-minutes' as const, minutes: hours * 60 });
const clock = (
  fields: Omit<PolicyClock, 'warnings' | 'calendar'> & { calendar?: string },
): PolicyClock => ({
  calendar: 'office',
  warnings,
  ...fields,
});

const stages = (hours: number): PolicyClock[] =>
  (['control', 'listen', 'establish', 'apologise', 'resolve'] as const).map((stage) =>
    clock({ kind: 'stage', stage, budget: working(stage === 'resolve' ? hours * 5 : hours) }),
  );
const external = clock({ kind: 'external', budget: { unit: 'external' }, calendar: 'always' });

const cause = (id: string, zh: string, en: string, parent?: string): RootCause => ({
  id,
  ...(parent && { parent }),
  title: { zh, en },
});

/** The policy of a new installation: office hours in China, quicker for the severe. */
export const defaultPolicy: Policy = {
  id: 'default',
  version: 1,
  calendars: [
    {
      id: 'office',
      version: 1,
      tz: 'Asia/Shanghai',
      hours: {
        mon: workday,
        tue: workday,
        wed: workday,
        thu: workday,
        fri: workday,
        sat: [],
        sun: [],
      },
      holidays: [],
      overrides: {},
    },
    {
      id: 'always',
      version: 1,
      tz: 'Asia/Shanghai',
      hours: {
        mon: always,
        tue: always,
        wed: always,
        thu: always,
        fri: always,
        sat: always,
        sun: always,
      },
      holidays: [],
      overrides: {},
    },
  ],
  authority: [
    { role: 'agent', upTo: 500 },
    { role: 'admin', upTo: 500 },
    { role: 'supervisor', upTo: 5_000 },
    { role: 'manager', upTo: 50_000 },
  ],
  causes: [
    cause('people', '人员', 'People'),
    cause('people.skill', '技能不足', 'Lack of skill', 'people'),
    cause('people.conduct', '服务态度', 'Conduct', 'people'),
    cause('process', '流程', 'Process'),
    cause('process.handover', '交接遗漏', 'Lost in a handover', 'process'),
    cause('process.schedule', '安排失误', 'Badly scheduled', 'process'),
    cause('system', '系统', 'System'),
    cause('system.billing', '计费系统', 'Billing system', 'system'),
    cause('product', '产品与设备', 'Product and equipment'),
    cause('product.wear', '老化损坏', 'Wear', 'product'),
    cause('information', '信息与告知', 'Information'),
    cause('supplier', '供应商', 'Supplier'),
    cause('environment', '外部环境', 'Environment'),
    cause('customer', '客户使用', 'Use by the customer'),
  ],
  rules: [
    {
      id: 'critical',
      match: { severity: ['critical'] },
      clocks: [
        clock({
          kind: 'acknowledge',
          budget: { unit: 'elapsed-minutes', minutes: 30 },
          calendar: 'always',
        }),
        ...stages(2),
        clock({ kind: 'next-update', budget: working(2) }),
        clock({
          kind: 'resolution',
          budget: { unit: 'elapsed-minutes', minutes: 24 * 60 },
          calendar: 'always',
          source: '12345 hotlines: feedback within 24 h for water, power, gas, heat',
        }),
        clock({
          kind: 'department',
          budget: { unit: 'elapsed-minutes', minutes: 2 * 60 },
          calendar: 'always',
          source: '12345 hotlines: feedback within 2 h for life or property',
        }),
        external,
      ],
    },
    {
      id: 'standard',
      match: {},
      clocks: [
        clock({
          kind: 'acknowledge',
          budget: working(2),
          source: '12345 hotlines: accept online within 2 h',
        }),
        ...stages(8),
        clock({ kind: 'next-update', budget: { unit: 'working-days', days: 2, at: 'same-time' } }),
        clock({ kind: 'resolution', budget: { unit: 'working-days', days: 5, at: 'end-of-day' } }),
        clock({
          kind: 'statutory',
          budget: { unit: 'calendar-days', days: 15 },
          calendar: 'always',
          extension: { budget: { unit: 'calendar-days', days: 30 }, times: 1 },
          source:
            '银行业保险业消费投诉处理管理办法 (2020): 15 days for simple complaints, 30 more after approval',
        }),
        clock({
          kind: 'department',
          budget: { unit: 'working-days', days: 2, at: 'same-time' },
        }),
        external,
      ],
    },
  ],
};
