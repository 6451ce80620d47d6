import type { Sentences } from '../translator.js';

/** 各阶段所需的证据；与控制台的用语一致。 */
const names: Sentences = {
  owner: '负责人',
  acknowledged: '客户已知悉受理',
  emotionLevel: '情绪',
  contact: '联系记录',
  facts: '事实',
  happenedAt: '发生时间',
  place: '地点',
  product: '产品',
  remedySought: '诉求',
  restatement: '复述',
  confirmed: '客户确认',
  category: '类别',
  department: '责任部门',
  apology: '致歉',
  apologyChannel: '致歉方式',
  remedyOffered: '提出的补救',
  resolution: '处理结果',
  remedyCost: '补救费用',
  rootCause: '根因',
  preventiveAction: '预防措施',
  customerTold: '结果告知',
};

const wanted: Sentences = {
  'a text': '填写文字',
  true: '须为“是”',
  'a whole number from 1 to 5': '1 至 5 的整数',
  'a number from 0 on': '不小于 0 的数',
  'a code of the organisation': '组织架构中的代码',
  'a channel': '渠道',
  'an instant': '时间',
  'record it on the case first': '先在工单上登记',
  'assign the case first': '先分派工单',
  'record a contact first': '先登记联系',
};

// Whole sentences: a name alone is a word of something else too, such as a department's clock.
const fields = Object.entries(names).flatMap(([name, word]) =>
  Object.entries(wanted).map(([what, words]) => [`${name}: ${what}`, `${word}：${words}`]),
);

export const evidence: Sentences = Object.fromEntries(fields) as Record<string, string>;
