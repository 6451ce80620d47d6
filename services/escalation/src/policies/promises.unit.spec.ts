import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { promisesOf } from './promises.js';

const { policyVersion, items } = promisesOf(defaultPolicy);
const of = (rule: string) => items.filter((one) => one.rule === rule);

describe('the promises of a policy', () => {
  it('are its budgets in words, with what stands behind them', () => {
    expect(policyVersion).toBe(defaultPolicy.version);
    expect(of('standard').find(({ kind }) => kind === 'statutory')).toEqual({
      ...{ rule: 'standard', cases: null, kind: 'statutory', stage: null },
      name: { zh: '法定办结时限', en: 'the complaint is resolved, as the law wants it' },
      within: { zh: '15 个自然日', en: '15 calendar days' },
      source: expect.stringMatching(/^银行业保险业消费投诉处理管理办法/),
    });
  });

  it('name the stage whose end is promised', () => {
    const named = of('critical').filter(({ kind }) => kind === 'stage');
    expect(named.map(({ stage }) => stage)).toEqual([
      ...['control', 'listen', 'establish', 'apologise', 'resolve'],
    ]);
    expect(new Set(named.map(({ name }) => name.zh)).size).toBe(5);
  });

  it('say for which cases they are, where the policy does', () => {
    const [first, ...rest] = defaultPolicy.rules;
    const title = { zh: '紧急投诉', en: 'Critical complaints' };
    const titled = promisesOf({ ...defaultPolicy, rules: [{ ...first!, title }, ...rest] });
    expect(titled.items[0]).toMatchObject({ rule: 'critical', cases: title });
  });

  it('hold neither what units owe each other nor what a complaint brings along', () => {
    const inPolicy = defaultPolicy.rules.flatMap(({ clocks }) => clocks.map(({ kind }) => kind));
    expect(inPolicy).toEqual(expect.arrayContaining(['department', 'external']));
    const kept = inPolicy.filter((kind) => kind !== 'department' && kind !== 'external');
    expect(items.map(({ kind }) => kind)).toEqual(kept);
  });
});
