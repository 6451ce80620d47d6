import type { CoachBody } from '#contracts';

type Signs = CoachBody['signs'];
type Severity = Signs['severity'][number]['severity'];
type Type = Signs['customerType'][number]['type'];

const graded = (language: 'zh-CN' | 'en', severity: Severity, ...terms: string[]) =>
  terms.map((term) => ({ language, term, severity }));
const felt = (language: 'zh-CN' | 'en', level: number, ...terms: string[]) =>
  terms.map((term) => ({ language, term, level }));
const typed = (language: 'zh-CN' | 'en', type: Type, ...terms: string[]) =>
  terms.map((term) => ({ language, term, type }));

/** Words in which customers tell how grave it is, how they feel, and what they are like to talk with. */
export const defaultSigns: Signs = {
  severity: [
    ...graded('zh-CN', 'critical', '漏气', '泄漏', '燃气味', '爆炸', '起火', '着火', '触电'),
    ...graded('zh-CN', 'critical', '煤气味', '天然气味', '燃气的味道', '煤气的味道', '闻到燃气'),
    ...graded(
      'zh-CN',
      'critical',
      '闻到煤气',
      '闻到天然气',
      '闻到气味',
      '臭鸡蛋',
      '嘶嘶',
      '一氧化碳',
    ),
    ...graded('zh-CN', 'critical', '中毒', '昏迷', '受伤', '住院', '生命危险', '不良反应'),
    ...graded('zh-CN', 'high', '停水', '停电', '停气', '老人', '婴儿', '孕妇', '代签名', '挪用'),
    ...graded('zh-CN', 'high', '伪造', '泄露隐私', '个人信息泄露', '断供', '冻结账户'),
    ...graded('en', 'critical', 'gas leak', 'smell gas', 'smell of gas', 'explosion', 'fire'),
    ...graded('en', 'critical', 'smells of gas', 'smells gas', 'smelled gas', 'smelling gas'),
    ...graded('en', 'critical', 'gas smell', 'hissing', 'hisses', 'rotten eggs', 'carbon monoxide'),
    ...graded('en', 'critical', 'injured', 'hospital', 'unconscious', 'poisoning'),
    ...graded('en', 'critical', 'adverse reaction', 'electric shock'),
    ...graded('en', 'high', 'no water', 'no power', 'no heating', 'baby', 'pregnant', 'elderly'),
    ...graded('en', 'high', 'forged', 'fraud', 'data breach', 'account frozen'),
  ],
  emotion: [
    ...felt('zh-CN', 2, '不满意', '失望', '不太好'),
    ...felt('zh-CN', 3, '生气', '投诉你们', '不耐烦', '多少次了', '太慢了'),
    ...felt('zh-CN', 3, '很害怕', '好害怕', '非常害怕', '太吓人', '太气人', '真气人', '气人了'),
    ...felt('zh-CN', 4, '气死', '忍无可忍', '太过分', '欺骗', '骗子', '受够了', '岂有此理'),
    ...felt('zh-CN', 5, '混蛋', '王八蛋', '跟你们没完', '砸了', '要你们好看'),
    ...felt('en', 2, 'disappointed', 'not happy', 'unhappy'),
    ...felt('en', 3, 'angry', 'annoyed', 'how many times', 'fed up', 'upset'),
    ...felt('en', 3, 'scared', 'frightened', 'infuriating'),
    ...felt('en', 4, 'furious', 'outrageous', 'disgusting', 'liars', 'unacceptable'),
    ...felt('en', 5, 'idiots', 'you will regret', 'bloody', 'damn you'),
  ],
  customerType: [
    ...typed('zh-CN', 'talkative', '说来话长', '我跟你讲', '还有啊', '你听我说', '再说一件'),
    ...typed('zh-CN', 'odd', '监视我', '针对我', '他们都在', '我有预感', '天意'),
    ...typed(
      'zh-CN',
      'domineering',
      '叫你们领导',
      '马上给我',
      '你算什么',
      '必须立刻',
      '你知道我是谁',
    ),
    ...typed(
      'zh-CN',
      'argumentative',
      '凭什么',
      '你这话不对',
      '法律规定',
      '你先回答我',
      '不讲道理',
    ),
    ...typed('en', 'talkative', 'long story', 'another thing', 'let me tell you', 'and then'),
    ...typed('en', 'odd', 'watching me', 'out to get me', 'they all', 'I have a feeling'),
    ...typed('en', 'domineering', 'your manager', 'right now', 'do you know who I am', 'I demand'),
    ...typed(
      'en',
      'argumentative',
      'on what grounds',
      'that is not true',
      'the law says',
      'prove it',
    ),
  ],
};
