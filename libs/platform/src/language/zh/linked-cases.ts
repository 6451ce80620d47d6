import type { Sentences } from '../translator.js';

/** 并单、拆分、群体事件、重复投诉、重大投诉与安全报告。 */
export const linkedCases: Sentences = {
  'there is no such case': '没有这个工单',
  'it is the case itself': '这是工单本身',
  'it belongs to {number} already': '已属于 {number}',
  'it belongs to {number}: it has to leave that first': '属于 {number}，须先退出',
  'other cases belong to this one': '有其他工单从属于它',
  'it belongs to no incident': '不属于任何群体事件',
  '{number} belongs to {other} itself': '{number} 本身属于 {other}',
  '{most} cases belong to it, the most': '所属工单已达上限 {most} 件',
  '{number} is {status}': '{number} 状态为“{status}”',
  'cases of the incident that it stands for have not ended': '所代表的群体事件中尚有工单未结束',
  'the complaint was not triaged as major': '该投诉未判定为重大投诉',
  '{number} is {status}: nobody works on it any more': '{number} 状态为“{status}”，已无人办理',
  'the case is merged into {number}: work goes on there': '工单已并入 {number}，请在那里办理',
  '{number} was merged into this case: it is the one that goes on':
    '{number} 已并入本工单，请在本工单办理',
  'it was received before {number}: merge that one into this one':
    '它早于 {number} 受理，请将后者并入它',
  'the case is not merged into another one': '工单未并入其他工单',
  'it could be undone until {at}': '撤销并单的期限为 {at}',
  'it repeats {number} already': '已关联为 {number} 的重复投诉',
  'it was received before {number}: link that one to this one':
    '它早于 {number} 受理，请将后者关联到它',
  '{number} is ruled out already': '{number} 已排除',
  'it may repeat {numbers}: link each or say why it does not':
    '可能与 {numbers} 重复：请逐件关联，或说明为何不是',
  'they see the case already': '对方已可查看该工单',
  'they have asked already': '对方已提出申请',
  'somebody else has to let them in': '须由他人批准',
  'that is decided already': '已有决定',
  'they have not asked': '对方没有提出申请',
  'the case is kept from them': '该工单对其回避',
  'agents ask for themselves': '坐席只能为自己申请',
  'this log-in is no agent: say for whom': '此账号不是坐席，请指明为谁申请',
  'the part is not open': '拆出的部分未在办理中',
  'nobody was mapped under this id': '利益相关方图中没有此编号',
  '{most} take part already': '参与方已达上限 {most} 个',
  'nobody was named under this id': '没有此编号的参与方',
  '{owner} {why}: somebody else has to own the case': '{owner} {why}，须由他人负责该工单',
  'is who it is about': '是被投诉人',
  'is in the line of who it is about': '是被投诉人的上级',
  'the case is no safety report': '该工单不是安全报告',
  'the case is no safety report: leave-for-safety makes it one':
    '该工单不是安全报告；leave-for-safety 可转为安全报告',
  '{desk} has it as a safety report already': '已作为安全报告由 {desk} 受理',
  'it belongs to an incident: leave that': '它属于群体事件，须先退出',
  'the policy keeps {category} in the normal flow': '规则将类别 {category} 留在一般流程',
  '{agent} has taken it on already': '{agent} 已接手',
  'name the product: without it there is no report': '请指明产品，否则无法上报',
  'nothing was reported that could be sent': '尚无可上报的内容',
  'a safety report ends once the authority has its latest version':
    '最新版本送达主管部门之后，安全报告才能结束',
  'it is a safety report that {desk} has: {type} is of the normal flow':
    '这是由 {desk} 受理的安全报告；{type} 属于一般流程',
  'name who owns it: you are no agent': '请指明责任人：您不是坐席',
  'no active product has this code': '没有使用此代码的在用产品',
};
