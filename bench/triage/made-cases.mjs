// Simulated complaints of eight categories, two thirds Chinese and one third English. Neighbouring categories
// share words, every text has words that say nothing, and one label in ten is wrong.
const categories = {
  billing: {
    share: 26,
    zh: ['账单', '扣费', '多收', '退款', '发票', '抄表', '价格', '燃气表', '欠费', '短信'],
    en: ['bill', 'charged', 'refund', 'invoice', 'reading', 'price', 'meter', 'overdue', 'account'],
  },
  repair: {
    share: 22,
    zh: ['维修', '师傅', '上门', '故障', '点火', '壁挂炉', '燃气表', '配件', '预约', '漏水'],
    en: ['repair', 'engineer', 'visit', 'fault', 'ignite', 'boiler', 'meter', 'parts', 'booked'],
  },
  leak: {
    share: 8,
    zh: ['漏气', '煤气味', '阀门', '报警器', '楼道', '危险', '抢修', '管道', '关闭'],
    en: ['leak', 'smell', 'valve', 'alarm', 'stairwell', 'danger', 'urgent', 'pipe', 'closed'],
  },
  attitude: {
    share: 14,
    zh: ['态度', '冷漠', '坐席', '挂断', '推诿', '师傅', '不耐烦', '辱骂', '营业厅'],
    en: ['rude', 'indifferent', 'agent', 'hung', 'shouted', 'engineer', 'impatient', 'office'],
  },
  installation: {
    share: 12,
    zh: ['开户', '新房', '安装', '申请', '通气', '橱柜', '预约', '管道', '验收'],
    en: ['connection', 'install', 'apply', 'kitchen', 'booked', 'pipe', 'approval', 'flat'],
  },
  supply: {
    share: 8,
    zh: ['停气', '压力', '恢复', '通知', '管道', '整栋', '火力', '抢修', '时间'],
    en: ['outage', 'pressure', 'restore', 'notice', 'pipe', 'building', 'flame', 'urgent'],
  },
  safety: {
    share: 5,
    zh: ['安检', '隐患', '整改', '报警器', '软管', '上门', '检查', '过期', '阀门'],
    en: ['inspection', 'hazard', 'hose', 'alarm', 'visit', 'expired', 'valve', 'checked'],
  },
  online: {
    share: 5,
    zh: ['小程序', '登录', '支付', '绑定', '账单', '验证码', '短信', '页面', '扣费'],
    en: ['app', 'login', 'payment', 'password', 'bill', 'code', 'page', 'charged'],
  },
};
const idle = {
  zh: [
    '请',
    '尽快',
    '已经',
    '三天',
    '我家',
    '小区',
    '客服',
    '电话',
    '处理',
    '没有',
    '一直',
    '怎么',
    '今天',
  ],
  en: [
    'please',
    'the',
    'we',
    'have',
    'since',
    'days',
    'again',
    'called',
    'nobody',
    'still',
    'our',
    'home',
  ],
};
const names = Object.keys(categories);

/** @returns cases in the order of their closing, each with its text, its label and what it truly is */
export function madeCases(count, seed = 7) {
  const random = mulberry(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, () => {
    const truth = byShare(random());
    const language = random() < 2 / 3 ? 'zh' : 'en';
    const other = pick(names);
    const words = Array.from({ length: 5 + Math.floor(random() * 8) }, () => {
      const kind = random();
      if (kind < 0.5) return pick(idle[language]);
      return pick(categories[kind < 0.85 ? truth : other][language]);
    });
    const text = words.join(language === 'zh' ? '，' : ' ');
    return { text, truth, label: random() < 0.1 ? pick(names) : truth };
  });
}

function byShare(at) {
  let left = at * names.reduce((sum, name) => sum + categories[name].share, 0);
  return names.find((name) => (left -= categories[name].share) < 0) ?? names[0];
}

function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
