/** 回访结果与问卷题目的文字。 */
export const contactTexts = {
  outcome: {
    reached: '已联系上',
    refused: '拒绝',
    unreachable: '无法联系',
    filtered: '不宜拨打',
    'awaiting-reply': '待回复',
    'in-progress': '处理中',
    expired: '已过回访期限',
  },
  outcomeWhen: {
    reached: '本人已接听，谈完了',
    refused: '接通了，但不愿谈',
    unreachable: '无人接听、关机或空号',
    filtered: '如客户已登记免打扰',
    'awaiting-reply': '已留言，等客户回复',
    'in-progress': '已约定或没谈完，还要再打',
    expired: '不再拨打',
  },
  survey: {
    csat: '满意度',
    nps: '推荐度',
    ces: '费力度',
    csatQuestion: '对处理结果满意吗？1 很不满意，5 很满意',
    npsQuestion: '愿意推荐给亲友吗？0 绝不，10 一定',
    cesQuestion: '解决问题费力吗？1 很轻松，7 很费力',
  },
};
