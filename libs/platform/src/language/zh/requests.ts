import type { Sentences } from '../translator.js';

/** 请求中各字段之间的规则（libs/contracts）。 */
export const requests: Sentences = {
  'it is there already': '已经有了',
  'give the statement or the remedy as it should read': '请写出更正后的投诉内容或诉求',
  'a case is named twice': '同一工单写了两次',
  'an agent is named twice': '同一坐席写了两次',
  'a unit is named twice': '同一部门写了两次',
  'it is named twice': '重复了',
  'this code is named twice': '这个代码重复了',
  'give either clockId or kind': 'clockId 与 kind 须二选一',
  'must end after it begins': '结束时间须晚于开始时间',
  'must lie after from': '须晚于 from',
  'must not lie before receivedFrom': '不能早于 receivedFrom',
  'stands alone, with neither phone nor cursor': '须单独使用，不能同时带 phone 或 cursor',
  'it must lie before `to`': '须早于 to',
  'give either ids or filter; an empty filter names everything':
    'ids 与 filter 须二选一；filter 留空表示全部',
  'give roles, agentId or both': 'roles 与 agentId 须至少给出一项',
  'name the unit that is the customer': '请指明作为客户的部门',
  'nobody is called who may not hear of the case': '不得告知案情的人不能设为联系对象',
  'say why it goes to no authority': '请说明为何不上报主管部门',
  'give it for what is answered later, and only for that': '仅在稍后答复时填写，且必须填写',
  'say one thing at least': '至少填写一项',
  'give one of {forms}': '请写成以下形式之一：{forms}',
  'caseId or customerId is required': '须填写 caseId 或 customerId',
  '{kind} needs answers': '{kind} 须有回答',
  '{kind} has no answers': '{kind} 没有分项回答',
  '{kind} has no score': '{kind} 没有总评分',
  '{kind} needs a score from {low} to {high}': '{kind} 须有 {low} 至 {high} 的评分',
  'no event of cases, clocks or signals; without a version, such as {example}':
    '不是工单、时钟或信号的事件；名称不带版本，如 {example}',
  'one of {codes}, and one alone': '须为以下之一，且只能一个：{codes}',
  'a date such as 2026-10-01, or an instant with its offset such as 2026-10-01T08:00:00Z':
    '须为日期，如 2026-10-01；或带时差的时间，如 2026-10-01T08:00:00Z',
  'codes with commas between them; several groups of them with semicolons':
    '代码之间用逗号隔开，几组之间用分号隔开',
  'groups are counted as one by {codes}': '只有按 {codes} 分组时才能合并统计',
  'branches are counted as one by {codes}, without rollup':
    '只有按 {codes} 分组、且不写 rollup 时，才能连同下级合并统计',
  'say by what the report was grouped: a group without it is none':
    '请同时用 by 指明报表的分组方式',
  'no time zone of this name': '没有这个时区',
  'must be <service>-<number>': '须写成 <服务>-<编号>',
  'must be a month such as 2026-10': '须写成如 2026-10 的月份',
  'must be of {codes}; several with commas between them': '须取自 {codes}，几个之间用逗号隔开',
  'no contract names the event type {type}': '没有名为 {type} 的事件类型',
  '{type}: {path} {message}': '{type}：{path} {message}',
  'the data is no JSON': '数据不是 JSON',
  'the CloudEvents attribute {name} is missing': '缺少 CloudEvents 属性 {name}',
  'the CloudEvents attribute {name} must be a non-empty string':
    'CloudEvents 属性 {name} 须为非空文本',
  'the CloudEvents attribute {name} must hold no control characters':
    'CloudEvents 属性 {name} 不能含控制字符',
  'only CloudEvents 1.0 is understood': '只支持 CloudEvents 1.0',
  'the CloudEvents attribute time must be an RFC 3339 instant':
    'CloudEvents 属性 time 须为 RFC 3339 时间',
  '{name} is no CloudEvents attribute name: a-z and 0-9 only':
    '{name} 不是 CloudEvents 属性名：只能用 a-z 和 0-9',
  'a batch is an array of 1 to {most} events': '一批须为 1 至 {most} 个事件的列表',
  'a structured CloudEvent is a JSON object': '结构化的 CloudEvent 须为 JSON 对象',
  'the data must be JSON in `data`': '数据须以 JSON 写在 data 中',
  'the data of one event is one object': '一个事件的数据须为一个对象',
  'is not percent-encoded as CloudEvents asks': '未按 CloudEvents 的要求做百分号编码',
  'is none of the inbound event types': '不是可接收的事件类型',
  'CloudEvents come as application/cloudevents+json, -batch+json, or with ce- headers':
    'CloudEvents 须以 application/cloudevents+json、-batch+json 或 ce- 请求头提交',
  'this source and id was delivered before with another body':
    '同一 source 和 id 此前已提交过不同内容',
  'an array holds 1 to {most} items': '列表须有 1 至 {most} 项',
  'must be 1 to 255 visible ASCII characters': '须为 1 至 255 个可见 ASCII 字符',
  'this Idempotency-Key was used with another body within the last 24 hours':
    '此 Idempotency-Key 在过去 24 小时内已用于其他内容',
};
