/** 在其他页面时登记投诉的文字。 */
export const filing = {
  is: {
    retrying: '有一件投诉尚未登记：服务器没有回应，正在重试',
    refused: '有一件投诉未能登记',
    filed: '投诉已登记',
  },
  short: {
    retrying: '登记中……',
    refused: '未登记',
    filed: '已登记',
  },
  tries: '服务器没有回应，已试 {{count}} 次',
  once: '每次都用同一个编号提交，不会重复登记。',
  stop: '停止重试',
  stillThere: '已填内容仍在坐席工作台。',
  desk: '前往坐席工作台',
  number: '工单号',
  close: '关闭',
};
