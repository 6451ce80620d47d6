import type { CoachBody } from '#contracts';

type Phrase = CoachBody['phrases'][number];

const refuses = {
  zh: '客户听到的是拒绝：先说能做什么',
  en: 'The customer hears a refusal: say first what can be done',
};
const takesBack = {
  zh: '“但是”否定了前一句',
  en: 'It takes back what was said before',
};
const blames = { zh: '责怪客户会激化情绪', en: 'Blame heats things up' };
const sendsAway = {
  zh: '首问负责：被问到的人负责引导、转介或答复',
  en: 'Whoever is asked first guides, introduces or answers',
};
const hides = {
  zh: '制度不是理由：说明原因和可行的办法',
  en: 'A rule is no reason: give the reason and what is possible',
};
const promises = {
  zh: '不由自己决定的事不作保证：说明自己会做什么、何时给消息',
  en: 'Nobody can promise what others decide: say what you will do, and by when',
};
const vague = { zh: '没有时间的承诺不算承诺', en: 'A promise without a time is none' };

const zh = (id: string, phrase: string, advised: string, why: Phrase['why'], except?: string[]) =>
  ({ id: `zh-${id}`, language: 'zh-CN', phrase, advised, why, ...(except && { except }) }) as const;
const en = (id: string, phrase: string, advised: string, why: Phrase['why'], except?: string[]) =>
  ({ id: `en-${id}`, language: 'en', phrase, advised, why, ...(except && { except }) }) as const;

/** What is not said to customers, and what is said instead. The first three come first in every course. */
export const defaultPhrases: Phrase[] = [
  zh('cannot', '我不能', '我可以为您……', refuses),
  zh('cannot-today', '今天不能', '我可以在……（时间）为您办好', refuses),
  zh('cannot-now', '现在不能', '我可以在……（时间）为您办好', refuses),
  zh('unable-today', '今天无法', '我可以在……（时间）为您办好', refuses),
  zh('afraid-late', '恐怕来不及', '我可以在……（时间）为您办好', refuses),
  zh('unable', '无法', '目前可以做到的是……', refuses, ['您无法', '无法使用', '无法无天']),
  zh('we-cannot', '我们不能', '我们可以为您……', refuses),
  zh('cannot-for-you', '不能为您', '我可以为您……', refuses),
  zh('cannot-give-you', '不能给您', '我可以给您……', refuses),
  zh('cannot-handle', '办不了', '这件事由……办理，我现在为您联系', refuses),
  zh('cannot-process', '处理不了', '这件事由……处理，我现在为您联系', refuses),
  zh('cannot-solve', '解决不了', '目前可以做到的是……', refuses),
  zh('cannot-manage', '弄不了', '我来帮您找能办理的同事，……前给您答复', refuses),
  zh('cannot-do', '做不到', '目前可以做到的是……', refuses),
  zh('think-cannot', '我想我做不了', '我来帮您找能办理的同事，……前给您答复', refuses),
  zh('but', '但是', '同时／因为', takesBack, ['不但是']),
  zh('impossible', '不可能', '目前可以做到的是……', refuses, ['可能不可能']),
  zh('no-way', '没办法', '我们可以这样处理：……', refuses),
  zh('no-means', '没法', '我们可以这样处理：……', refuses),
  zh('not-mine', '不归我管', '我来为您转到负责的部门，并跟进到您得到答复', sendsAway),
  zh('not-ours', '不是我们的责任', '我先把情况核实清楚，……前告诉您结果', sendsAway),
  zh('do-not-know', '我不知道', '我马上查清楚，……前答复您', sendsAway),
  zh('ask-others', '你去问', '我替您联系……', sendsAway),
  zh('you-must', '你必须', '麻烦您……，这样我们可以更快处理', blames),
  zh('you-wrong', '你搞错了', '我们一起核对一下：……', blames),
  zh('your-problem', '你自己的问题', '我理解您的处境，我们来看怎么解决', blames),
  zh('calm', '你冷静', '我理解您的心情，请您慢慢说', blames),
  zh('policy', '公司规定', '这样安排是因为……；您还可以选择……', hides),
  zh('always-so', '一直都是这样', '我把您的意见记录下来，……前回复您', hides),
  zh('tomorrow-for-you', '明天再给您', '我会在明天……（时间）前给您', vague),
  zh('tomorrow-handle', '明天再处理', '我会在明天……（时间）前处理好', vague),
  zh('wait-notice', '等通知', '我会在……前主动联系您', vague),
  zh('surely-will', '一定会', '我会……，并在……（时间）前告诉您结果', promises, ['不一定会']),
  zh('surely-can', '一定能', '我会……，并在……（时间）前告诉您结果', promises, ['不一定能']),
  zh('surely-for-you', '一定给您', '我会……，并在……（时间）前告诉您结果', promises, ['不一定给您']),
  zh('surely-do', '一定为您', '我会……，并在……（时间）前告诉您结果', promises, ['不一定为您']),
  zh('guarantee', '保证', '我会……，并在……（时间）前告诉您结果', promises, [
    ...['保证金', '保证人', '保证书', '保证保险', '保证合同', '质量保证'],
    ...['不能保证', '不敢保证', '不保证', '无法保证'],
  ]),
  zh('soon', '尽快', '在……（时间）前', vague, ['请尽快', '希望尽快', '要求尽快']),
  en('cannot', "I can't", 'What I can do is ...', refuses),
  en('cannot-do', 'we cannot', 'What we can do is ...', refuses),
  en('cannot-alone', 'I cannot', 'What I can do is ...', refuses),
  en('we-cant', "we can't", 'What we can do is ...', refuses),
  en('cannot-make-it', "can't make it", 'It can be done by ...', refuses),
  en('wont-make-it', "won't make it", 'It can be done by ...', refuses),
  en('not-able', 'not able to', 'What I can do is ..., by ...', refuses),
  en('no-way', 'there is no way', 'This is how it can be done: ...', refuses),
  en('unable', 'unable to help', 'Let me find who can help, and tell you by ...', refuses),
  en('but', 'but', 'and / because', takesBack, ['nothing but', 'all but']),
  en('however', 'unfortunately however', 'and', takesBack),
  en(
    'not-my-job',
    'not my job',
    'I will pass this on and stay with it until you are answered',
    sendsAway,
  ),
  en(
    'not-our-fault',
    'not our fault',
    'I will find out what happened and tell you by ...',
    sendsAway,
  ),
  en('do-not-know', "I don't know", 'I will find out and tell you by ...', sendsAway),
  en('you-have-to', 'you have to', 'Would you ...? Then we can ...', blames),
  en('you-should-have', 'you should have', 'Next time ... helps; today we will ...', blames),
  en(
    'calm-down',
    'calm down',
    'I understand that this is upsetting; please tell me what happened',
    blames,
  ),
  en('policy', 'company policy', 'This is so because ...; you can also ...', hides),
  en('as-i-said', 'as I already said', 'Let me put it another way: ...', blames),
  en('unable-today', 'not possible today', 'It can be done by ...', refuses),
  en('guarantee', 'guarantee', 'I will ..., and tell you by ...', promises, ["can't guarantee"]),
  en('definitely-will', 'definitely will', 'I will ..., and tell you by ...', promises),
  en('will-definitely', 'will definitely', 'I will ..., and tell you by ...', promises),
  en('asap', 'as soon as possible', 'by ... o’clock', vague),
];
