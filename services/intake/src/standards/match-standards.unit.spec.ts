import { describe, expect, it } from '@jest/globals';
import type { StandardAnswerView } from '#contracts';
import { matchStandards, wordingFor } from './match-standards.js';
import { tellingTerms } from './telling-terms.js';

const said = (zh: string, en: string) => ({ wording: { zh, en } });
const standard = (
  code: string,
  questions: string[],
  more: Partial<StandardAnswerView> = {},
): StandardAnswerView => ({
  ...{ code, version: 1, publishedBy: 's', publishedAt: '2026-11-23T09:00:00.000Z' },
  ...{ name: { zh: code, en: code }, questions, answerable: 'now', owner: 'hq', isActive: true },
  tiers: { standard: said('您好', 'Hello'), key: said('尊敬的客户', 'Dear customer') },
  ...more,
});
const standards = [
  standard('invoice', ['发票怎么开', 'How do I get an invoice?'], { category: 'billing' }),
  standard('opening', ['营业厅几点开门', 'When do you open?']),
  standard('old', ['发票怎么开'], { isActive: false }),
];
const shelved = standards.map((one) => ({ standard: one, ways: one.questions.map(tellingTerms) }));
const found = (question: string, category?: string, limit = 3) =>
  matchStandards({ question, category, limit }, shelved).map(({ standard: { code } }) => code);

describe('standard answers', () => {
  it('are found by any way to ask, in Chinese and English, with the terms that say so', () => {
    expect(found('请问怎么开发票')).toEqual(['invoice']);
    expect(found('营业厅几点关门')).toEqual(['opening']);
    const [hit] = matchStandards({ question: 'how can i get an invoice', limit: 1 }, shelved);
    expect(hit!.standard.code).toBe('invoice');
    expect(hit!.terms).toEqual(['invoice']);
  });

  it('are not found for what nobody asked yet, nor once they are not active', () => {
    expect(found('我家壁挂炉怎么设置定时')).toEqual([]);
    expect(found('发票怎么开')).toEqual(['invoice']);
  });

  it.each([
    'How do I change my name?',
    'When do you come to me?',
    "I don't know how I get in",
    '请问这个怎么办理',
    '你们几点来',
  ])('are not found where only the way of asking is the same: %s', (question) => {
    expect(found(question)).toEqual([]);
  });

  it('are found by the one word that says what is asked, however it is asked', () => {
    expect(found('invoice please')).toEqual(['invoice']);
    expect(found('开发票')).toEqual(['invoice']);
    expect([...tellingTerms('How do I get my bill?')]).toEqual(['bill']);
    expect([...tellingTerms('我的发票怎么开呢')]).toEqual(['发票']);
  });

  it('of another category are left out where the category is known', () => {
    expect(found('发票怎么开', 'leak')).toEqual([]);
    expect(found('发票怎么开', 'billing')).toEqual(['invoice']);
    expect(found('营业厅几点开门', 'billing')).toEqual(['opening']);
  });

  it('are said in the wording of the tier, or of the next one below that has one', () => {
    const tierOf = (tier: 'standard' | 'quality' | 'key' | 'vip') =>
      wordingFor(standards[0]!, tier).tier;
    expect(tierOf('standard')).toBe('standard');
    expect(tierOf('quality')).toBe('standard');
    expect(tierOf('key')).toBe('key');
    expect(tierOf('vip')).toBe('key');
    expect(wordingFor(standards[0]!, 'vip').wording.en).toBe('Dear customer');
  });
});
