import { describe, expect, it } from '@jest/globals';
import { findThreats, findThreatSigns } from './threat-words.js';

describe('threats in a text', () => {
  it.each([
    ['再不解决我就找媒体曝光你们', ['media']],
    ['明天我就打电视台', ['media']],
    ['我要投诉到监管局，再找律师', ['regulator', 'legal']],
    ['打12345也要讨个说法', ['regulator']],
    ['再拖下去我去法院告你们', ['legal']],
    ['我去告你们', ['legal']],
    ['明天就把录音发到抖音上', ['media']],
    ['我已经向国家金融监管总局反映了', ['regulator']],
    ['不退费就投诉到消保委', ['regulator']],
    ['我已经发微博3条了', ['media']],
    ['以后再也不用了，换一家', ['leave']],
    ['I will take you to court and go to the press', ['media', 'legal']],
    ['This goes to the  Ombudsman.', ['regulator']],
    ['I will switch provider next month', ['leave']],
  ])('are found in %s', (text, threats) => {
    expect(findThreats(text)).toEqual(threats);
  });

  it('are told with the words that say so, each once', () => {
    const text = 'I will call a lawyer. Call a  lawyer? Call a lawyer, and then 打12345';
    expect(findThreatSigns(text)).toEqual([
      { value: 'regulator', because: ['打12345'] },
      { value: 'legal', because: ['call a lawyer', 'call a  lawyer'] },
    ]);
  });

  it.each([
    '燃气费多收了一个月，麻烦核对',
    '户号 6123450001 的账单不对',
    '监控视频曝光过度，看不清',
    '去年你们说过。请告知我结果',
    '收到法院的传票，账户冻结了',
    '过去法院判过一次，过去告你们的事不提了',
    '发快手续费的发票',
    '请把发票发到邮箱上',
    '看到广告你们说免费，想就退保问题咨询',
    'The regulator on my gas meter hisses',
    'The courtyard gate is broken, and the press of the button does nothing',
    'Please cancel one of my two contracts',
  ])('are not found in %s', (text) => {
    expect(findThreats(text)).toEqual([]);
  });
});
