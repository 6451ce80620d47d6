import { describe, expect, it } from '@jest/globals';
import { lookUp, wordingFor } from './answers.js';
import type { StandardAnswer } from './desk-types.js';

const said = (zh: string, en: string) => ({ wording: { zh, en } });
const answer = (code: string, change: Partial<StandardAnswer>): StandardAnswer => ({
  ...{ code, version: 1, publishedBy: 's-001', publishedAt: '2026-11-23T09:00:00.000Z' },
  ...{ name: { zh: code, en: code }, questions: [], answerable: 'now', owner: 'hq' },
  ...{ isActive: true, asked: 0, tiers: { standard: said('您好', 'Hello') } },
  ...change,
});
const invoice = answer('invoice', {
  name: { zh: '发票', en: 'Invoices' },
  questions: ['How do I get a receipt?'],
  tiers: { standard: said('在账单页下载', 'On the bills page'), key: said('寄给您', 'By post') },
});
const meter = answer('meter', { name: { zh: '移表', en: 'Moving a meter' } });
const old = answer('old', { name: { zh: '旧发票', en: 'Old invoices' }, isActive: false });
const all = [invoice, meter, old];

describe('standard answers', () => {
  it.each([
    ['', [invoice, meter]],
    ['发票', [invoice]],
    ['INVOICE', [invoice]],
    ['receipt', [invoice]],
    ['bills  page', [invoice]],
    ['meter page', []],
    ['moving meter', [meter]],
  ])('are looked up by name, question and wording: %j', (text, found) => {
    expect(lookUp(all, text)).toEqual(found);
  });

  it('are read out in the wording of the tier, or of the next one below that has one', () => {
    expect(wordingFor(invoice, 'quality')).toMatchObject({ tier: 'standard', benefit: null });
    expect(wordingFor(invoice, 'vip')).toMatchObject({ tier: 'key', wording: { en: 'By post' } });
  });
});
