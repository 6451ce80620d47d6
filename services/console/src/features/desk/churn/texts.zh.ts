/** 流失预警的文字。 */
export const churn = {
  title: '流失预警',
  level: {
    none: '无迹象',
    watch: '关注',
    warning: '预警',
    critical: '严重',
  },
  because: '原因：{{reasons}}',
  separator: '；',
  hidden: '流失预警依据的工单归其他部门，您无权查看，因此不显示。',
  unknown: '流失预警暂时无法查询。',
  factor: {
    'threat-leave': '扬言离开',
    'threat-regulator': '扬言向监管部门反映',
    'threat-media': '扬言找媒体曝光',
    'threat-legal': '扬言起诉',
    'repeat-complaint': '就同类问题再次投诉',
    'sla-breached': '未在承诺时限内办理',
    reopened: '工单曾重新打开',
    'low-score': '评分低',
    'callback-dissatisfied': '回访时不满意',
    'remedy-refused': '拒绝补救',
    'callback-refused': '拒绝回访',
    'callback-unreachable': '回访联系不上',
    'valued-customer': '属重点客户',
  },
};
