import type { CoachBody } from '#contracts';
import { defaultPhrases } from './default-phrases.js';
import { defaultSigns } from './default-signs.js';

/** What the coach goes by until somebody publishes something else. Source: courses for complaint desks. */
export const defaultCoach: CoachBody = {
  phrases: defaultPhrases,
  signs: defaultSigns,
  customerTypes: [
    {
      type: 'talkative',
      name: { zh: '喋喋不休', en: 'Talkative' },
      hints: [
        {
          zh: '先听完一段，再用一句话归纳，请对方确认',
          en: 'Hear out one point, sum it up in a sentence and ask for a yes',
        },
        {
          zh: '改问封闭式问题：“是三月份的账单，对吗？”',
          en: 'Turn to closed questions: “So it is the bill for March?”',
        },
        {
          zh: '说明接下来要做什么、需要多久，把谈话带向结果',
          en: 'Say what happens next and how long it takes: lead to the outcome',
        },
      ],
    },
    {
      type: 'odd',
      name: { zh: '古怪', en: 'Odd' },
      hints: [
        {
          zh: '不评价、不争论，只记录事实',
          en: 'Do not judge and do not argue: write down facts',
        },
        {
          zh: '给两个可选的办法，请对方选一个',
          en: 'Offer two ways and let the customer choose',
        },
        {
          zh: '约定的时间和方式写进记录，由同一人跟进',
          en: 'Note what was agreed and when; one and the same person follows up',
        },
      ],
    },
    {
      type: 'domineering',
      name: { zh: '霸道', en: 'Domineering' },
      hints: [
        {
          zh: '保持平静的语速和音量，不接气话',
          en: 'Keep a calm voice and pace; let angry words pass',
        },
        {
          zh: '先认可对方的要求，再说清楚能做到的和时间',
          en: 'Acknowledge the demand, then say what can be done and by when',
        },
        {
          zh: '超出权限时请主管接手，不要自己许诺',
          en: 'Beyond your authority hand over to a supervisor; promise nothing',
        },
      ],
    },
    {
      type: 'argumentative',
      name: { zh: '爱争辩', en: 'Argumentative' },
      hints: [
        {
          zh: '不用“但是”，用“因为”和“同时”',
          en: 'Avoid “but”; say “because” and “at the same time”',
        },
        {
          zh: '逐条复述对方的理由，再逐条给出依据',
          en: 'Say each argument back, then answer each one with its ground',
        },
        {
          zh: '争的是事实就约定核实的办法和答复时间',
          en: 'Where facts are in dispute agree how they are checked and when you answer',
        },
      ],
    },
  ],
  complaintTiers: [
    {
      tier: 'basic',
      name: { zh: '基本投诉', en: 'Basic' },
      goal: {
        zh: '一次来电内解决，客户当场认可',
        en: 'Solved in the first call, and the customer says so',
      },
    },
    {
      tier: 'escalated',
      name: { zh: '升级投诉', en: 'Escalated' },
      goal: {
        zh: '不再扩大：当天由主管知情，按承诺时间回复',
        en: 'It spreads no further: a supervisor knows today, the promised answer comes in time',
      },
    },
    {
      tier: 'difficult',
      name: { zh: '疑难投诉', en: 'Difficult' },
      goal: {
        zh: '找到双方都能接受的办法，并查清根因',
        en: 'An outcome that both sides can live with, and its root cause found',
      },
    },
    {
      tier: 'major',
      name: { zh: '重大投诉', en: 'Major' },
      goal: {
        zh: '专人专班，对外口径一致，避免损害扩大和公开曝光',
        en: 'A named task force, one voice to the outside, no further harm and no exposure',
      },
    },
  ],
};
