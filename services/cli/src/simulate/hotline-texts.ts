/** What people call about, how often, and in which words. */
export const topicsOfCalls = [
  {
    category: 'billing',
    weight: 34,
    products: ['pipeline-gas', 'meter'],
    zh: [
      '燃气账单重复扣费，请核实并退款。',
      '本月燃气费比上月高出一倍，怀疑抄表有误。',
      '阶梯气价计算不对，家里六口人没有按多人口计算。',
    ],
    en: [
      'I was charged twice on my gas bill, please check and refund me.',
      'This month my bill has doubled and nobody has read the meter.',
    ],
  },
  {
    category: 'repair',
    weight: 28,
    products: ['boiler', 'meter', 'pipeline-gas'],
    zh: [
      '维修师傅约好上午来，等到晚上也没有来。',
      '壁挂炉修了三次还是点不着火。',
      '燃气表显示故障，报修一周无人处理。',
    ],
    en: [
      'The repair visit was booked for the morning and nobody came.',
      'The boiler has been mended three times and still does not light.',
    ],
  },
  {
    category: 'leak',
    weight: 8,
    products: ['pipeline-gas'],
    zh: ['楼道里有煤气味，很担心安全。', '厨房阀门漏气，请马上派人。'],
    en: ['There is a smell of gas in the stairwell and we are worried.'],
  },
  {
    category: 'attitude',
    weight: 16,
    products: ['pipeline-gas'],
    zh: ['上门人员态度冷漠，话没说完就走了。', '坐席一直说“我不能”，没有解决问题。'],
    en: ['The visiting staff were indifferent and left before I had finished.'],
  },
  {
    category: 'installation',
    weight: 14,
    products: ['meter', 'boiler'],
    zh: ['新房开户申请两周没有进展。', '安装时打坏了橱柜，没有人负责。'],
    en: ['We applied for a connection two weeks ago and have heard nothing.'],
  },
] as const;

export const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙'];
export const givenNames = ['秀英', '建国', '丽华', '志强', '雨桐', '子轩', '海燕', '明哲', '晓东'];
export const englishNames = ['Grace Whitfield', 'Oliver Penhaligon', 'Amelia Thistlewood'];

export const remedies = ['请退还多收的费用', '请今天派人上门', '请书面道歉', '请尽快给出答复'];
export const facts = ['客户陈述完整，时间地点已核对', '现场照片已收到，与陈述一致'];
export const places = ['幸福里小区三号楼', '北区营业厅二号窗口', '手机应用的账单页'];
export const offers = [
  '今天下午派人上门',
  '退还多收部分并减免本月基本费',
  'A visit this afternoon',
];
export const rootCauses = ['抄表员看错表号', '调压阀老化', '派单时漏看了预约时间'];
export const preventions = ['抄表后由第二人核对', '同批次阀门本月内排查', '派单前系统提示预约'];
export const triageNotes = ['客户语速很快，反复强调已来电三次', 'Calm, but wants an answer today'];
export const restatements = ['已向客户复述问题并得到确认', 'Restated to the caller, who agreed'];
export const apologies = [
  '给您带来不便，我们深表歉意，今天会再联系您',
  'We are sorry for the trouble',
];
export const resolutions = [
  '已退还多收费用，并更正抄表记录',
  '已更换部件并试运行正常，三天后回访',
  'Engineer visited, part replaced, customer satisfied',
];
export const internalNotes = [
  '客户与前任坐席有过争执，回电前请先看录音',
  '现场同事怀疑是私自改表，先不要告诉客户',
  'He rang four times this week, keep an eye on this one',
];
export const messageTexts = [
  '您反映的问题已受理，我们会在两个工作日内答复您',
  '费用已更正，退款将在三个工作日内到账',
  'We have found the fault and an engineer comes tomorrow',
  // Worded as nobody should.
  '已为您登记，但是今天已经安排不了师傅',
];
export const remedyWishes = ['不要减免，希望当面道歉', 'A new meter instead of a discount'];
export const refusedRemedyNotes = ['金额超过同类投诉，请先与客户协商减免'];
export const accountabilityTexts = [
  '未按约定时间上门且未通知客户',
  '抄录时未核对表号，当班组长未复核',
];
export const contactNotes = [
  '已致电客户确认受理',
  '客户来电催办，已说明进度',
  '已致电客户，但是对方正在开会，约定下午再联系',
];
export const assignNotes = ['客户点名要求由熟悉情况的同事跟进', '原坐席今日休息，请代为联系客户'];
export const closeNotes = ['已电话告知处理结果，客户表示不需要回访'];
export const reopenNotes = ['客户来电说同样的故障又出现了'];
export const transferNotes = ['请派人到现场核实并回复客户', '涉及贵部门的工单，请协助处理'];
export const transferRefusalNotes = ['该地址不属于我站辖区，请改派', '缺少户号，无法核实'];
export const handBackResults = [
  '已上门检查并更换阀门，客户在场确认',
  '已核对账目，多收部分次日退回',
];
export const amendNotes = ['接单时选错了类别', '录音里说的是另一件事'];
export const accusedNotes = ['客户称上门人员态度恶劣并索要好处', '客户称接线员两次挂断电话'];
/** Asked over and over, with the standard that answers it. */
export const questionsAsked = [
  { text: '我家上个月的燃气费发票怎么开？', standard: 'invoice' },
  { text: '电子发票要到哪里去下载呢，我找不到', standard: 'invoice' },
  { text: '装修想把燃气表移到阳台，可以吗？', standard: 'relocation' },
];
/** Asked for the first time. */
export const oddQuestions = [
  '我姓欧阳，住滨江路八号，老房子的表能移到门外吗？',
  'My aunt on River Road wants to know what moving her meter costs',
];
export const questionNotes = ['同类问题本周第二次出现，可并入标准答复', '已与营业部核对口径'];
/** Why a case goes to another queue. */
export const queueNotes = ['客户问题涉及多个系统，请资深坐席处理', '来电三次未解决，转疑难组'];
export const threatNotes = ['客户来电称今天不解决就联系电视台', '客户称投诉信已写好，明天寄出'];
/** Why a supervisor need not be reminded. */
export const snoozeNotes = ['班组正在现场处理，明早再提醒', '已与客户约好上门时间'];
export const coHandlingTexts = [
  '请协助核对该户近三个月抄表记录',
  '请派人一同到现场，客户住在三单元顶层',
];
export const supervisionTexts = [
  '客户再次来电催问，请今日内说明进展',
  '此单社会影响较大，请逐日报告',
];
export const problemTexts = ['客户称维修员上门时言语粗暴，并索要小费'];
export const orderAnswers = [
  '已核对，记录无误，截图已存',
  '已派人到场，与客户当面说明',
  '已批评教育并重新培训',
];
export const followUpAnswers = ['已电话回头看，客户表示未再发生', '已上门走访，客户满意'];
export const orderRefusalNotes = ['该小区表具不由我站维护'];
export const withdrawalNotes = ['客户来电表示问题已自行解决，撤回投诉'];
export const pauseNotes = ['客户出差，约定回来后再处理', '等客户补充购气凭证照片'];
export const priorityNotes = ['客户家中有婴儿，需加急处理', '同一小区多户反映，提高优先级'];
export const extensionNotes = ['需等待检测机构出具报告', '责任认定涉及两个部门，需要更多时间'];
export const notices = [
  '已电话告知客户办理期限延长及原因',
  '已短信告知客户延期三十天，客户表示理解',
];
export const callbackNotes = ['客户表示满意', '客户认为问题仍然存在', '电话无人接听'];
export const comments = [
  '处理及时，态度很好',
  '等待时间太长，希望改进',
  'Quick and friendly, thank you',
];

/** Calls of a day by the hour in Shanghai: a morning peak, a dip at lunch, a smaller evening one. */
export const hourWeights = [
  0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 0.8, 1.8, 4.5, 7.5, 8.2, 6.8, 3.9, 4.4, 6.1, 6.3, 5.6, 4.8, 4.6,
  4.9, 3.7, 2.2, 1.1, 0.5,
];
/** Monday catches what the weekend left; Sunday first, as getUTCDay() counts. */
export const weekdayWeights = [0.55, 1.35, 1.15, 1.05, 1.0, 1.05, 0.7];

/** Why a supervisor takes two complaints for one. */
export const mergeNotes = ['同一客户、同一件事，重复来电', '客户先在 APP 提交，又打了电话'];

/** What an agent says of a complaint that comes again, and of one that only seemed to. */
export const repeatNotes = ['上月同样的账单问题，客户又来电', '与上次来电无关，是另一张账单'];

/** What a customer says on the second call. */
export const factTexts = ['补充：上月十五号也来过人，没有修好'];

/** What was really said, and why it was keyed otherwise. */
export const amendedTexts = ['客户投诉的是另一块表的账单', '接听时把表号听错了'];

/** Why somebody of another station asks to see a case, and what they are told. */
export const joinNotes = ['同一客户在我站也有投诉，想一并处理', '请一起跟进'];

/** What customers send: the name of the file, and what it says. */
export const filesOfCustomers = [
  ['抄表记录-王先生.txt', '一月 1032，二月 1047，三月 1460：三月换过表，换表当天的读数没有记'],
  ['上门维修回执.txt', '师傅下午三点离开，阀门仍然漏气，客户未签字'],
] as const;

/** Why one of them should not have been there. */
export const removalNotes = ['传错了，是另一位客户的回执'];

/** Why they turned out to be two. */
export const unmergeNotes = ['客户说的是另一块表，不是同一件事', '核对后发现地址不同'];

/** What customers add in one breath with their complaint. */
export const partsOfComplaints = ['另外，上个月的发票抬头也开错了', '还有，账单寄到了旧地址'];

/** What a second person says to what one may not decide alone. */
export const approvalNotes = ['情况属实，同意提级', '暂不提级，按原优先级办理'];

/** Why a stage ends although its evidence is missing. */
export const overrideNotes = ['三次致电客户均未接听，先行处理', '客户出差，回来后再确认'];
/** Somebody was hurt: what colleagues say of it, who it was, what happened, what the authority answered. */
export const injuryNotes = ['客户说家里老人熏着了', '医院说是旧病，与燃气无关'];
export const patients = ['张某，男，67 岁', '李某，女，34 岁', '一名租客，约 25 岁'];
export const injuries = [
  '洗澡时头晕呕吐，送医吸氧',
  '阀门弹开划伤手背',
  'Dizzy after the boiler ran',
];
export const injuryReceipts = ['应急局回执第 88 号', '监管平台编号 2026-4471'];

/** Who else takes part, and what is said of them. */
export const partyNames = ['租客小冯', '客户的妹妹许某', '装修队老乔', '楼下邻居裴女士'];
export const partyMessage = '抢修人员今天下午到，请家中留人开门';
export const partyNotes = ['钥匙在他手里', '白天只有她在家'];

/** Who has a say in a major complaint. */
export const stakeholders = [
  { kind: 'media', name: '晚报热线记者老周' },
  { kind: 'superior', name: '分管安全的副总钱某' },
  { kind: 'neutral-body', name: '区消费者协会的孙老师' },
];

/** What they want. */
export const stakeholderConcerns = ['周五前要一份书面说明', '想知道同一小区还有多少户受影响'];
