import { glossary } from '../../texts/glossary.zh.js';

/** 答复问题时的文字。 */
export const questions = {
  answering: '答复问题',
  wordingFor: '{{tier}}的口径',
  caller: '客户：{{name}}，{{phone}}，{{tier}}',
  noName: '无姓名',
  noPhone: '无电话',
  noCustomer: '未留姓名或电话，无法回电。',
  told: '答复渠道',
  confirm: '已答复客户',
  kept: '已记录：客户已得到答复',
  tiers: glossary.tier,
  channelNames: glossary.channel,
};
