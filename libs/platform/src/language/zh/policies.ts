import type { Sentences } from '../translator.js';

/** 规则、日历与值班表。 */
export const policies: Sentences = {
  'the policy was refused': '规则有误，未发布',
  'the calendar was refused': '日历有误，未发布',
  'version {version} is in force': '当前生效的是版本 {version}',
  'version {version} is the latest, the case never had a version {expected}':
    '最新版本是 {version}，工单从未有过版本 {expected}',
  'version {version} is published already': '版本 {version} 已发布',
  '{calendar} was published with other hours: give these another version':
    '{calendar} 已按其他工作时间发布，请为新的工作时间另设版本',
  'no policy version {version}': '没有规则版本 {version}',
  'no calendar {id}': '没有日历 {id}',
  'expected a calendar': '应为日历',
  'calendar {id}: unknown time zone {tz}': '日历 {id}：没有时区 {tz}',
  'calendar {id} has no working time at all': '日历 {id} 没有任何工作时间',
  'calendar {id}: {date} is no working day': '日历 {id}：{date} 不是工作日',
  'calendar {id}: {from} is outside the years 1 to 9999': '日历 {id}：{from} 不在 1 至 9999 年之间',
  'calendar {id} has no working time left': '日历 {id} 之后没有工作时间',
  'calendar {id} has no working time so early': '日历 {id} 此前没有工作时间',
  'calendar {id}: so much time ends after the year 9999': '日历 {id}：截止时间超出 9999 年',
  'calendar {id}: so much time begins before the year 1': '日历 {id}：起始时间早于 1 年',
  'no weekday has hours: after its last override nothing could ever be due':
    '每周没有工作时间：最后一个特殊日之后无法计算截止时间',
  'no window is left on any day: nothing could ever be due': '没有任何工作时段，无法计算截止时间',
  'a window can not begin at 24:00; write 00:00 of the next day':
    '时段不能从 24:00 开始，请写次日 00:00',
  '{window} overlaps {other}': '{window} 与 {other} 重叠',
  '{window} runs over midnight into {other} of {path}':
    '{window} 跨过午夜，与 {path} 的 {other} 重叠',
  'unknown time zone {tz}': '没有时区 {tz}',
  'is no IANA time zone': '不是 IANA 时区',
  'two {what} {name}': '{what} {name} 重复',
  'versions of': '日历版本',
  'limits of': '权限上限',
  'clocks of kind': '时钟',
  'no cause is called {parent}': '没有名为 {parent} 的原因',
  'the causes above {id} come back to it': '{id} 的上级原因形成循环',
  'rule {id} before it matches everything it matches': '前面的规则 {id} 已覆盖它的全部情形',
  'only the last rule may match every case, and {id} does too':
    '只有最后一条规则可匹配所有工单，而 {id} 也匹配所有工单',
  'the last rule must match every case: leave its match empty':
    '最后一条规则须匹配所有工单：请将 match 留空',
  'no ladder {ladder}': '没有阶梯 {ladder}',
  'a stage clock names its stage, no other does': '只有阶段时钟须写明阶段',
  'external clocks have an external budget, no other has':
    '外部期限时钟须用外部给定的期限，其他时钟不能用',
  'it is longer than ten years': '超过十年',
  "staff can't pause a clock of kind {kind}": '“{kind}”时钟不能由人工暂停',
  'a due date from outside is not extended here, nor by one':
    '外部截止时间不能在此延期，也不能用作延期',
  'a threshold is named twice': '同一阈值写了两次',
  "level {id} waits for {threshold}, and the clock doesn't warn then":
    '{id} 级等待 {threshold} 的预警，而该时钟没有这个预警',
  'give exactly one of {names}': '须且只能填写其中之一：{names}',
  'a level waits for 366 days or 100 000 minutes at the longest, and for no external date':
    '一级最多等待 366 天或 100 000 分钟，且不能等待外部给定的期限',
  'quiet hours end at another time than they begin': '免打扰时段的起止时间不能相同',
  'the ladder has no level {next}': '阶梯没有 {next} 级',
  'the ladder comes back to {id}': '阶梯又回到 {id} 级',
  '{next} is not above {id}': '{next} 不高于 {id}',
  'no level of {ladder} is told at once: give one `after: { trigger: 0 }`':
    '阶梯 {ladder} 没有立即通知的级别：请给其中一级加上 after: { trigger: 0 }',
  'a rule before it takes every {command}': '前面的规则已覆盖所有 {command}',
  'queue {id} before it takes every case that it matches': '前面的队列 {id} 已收取它的全部工单',
  'a safety report has clocks of the kinds acknowledge and statutory':
    '安全报告只有“受理告知”和“法定期限”两种时钟',
  'a statutory clock says when the authority has it': '法定期限时钟须写明何时送达主管部门',
  'the desk has it, whose it was before': '由受理处负责，与此前归属无关',
  'name the categories that leave the normal flow': '请指明离开一般流程的类别',
  'no rule with a desk matches {category} alone: some of it would stay':
    '没有带受理处的规则单独匹配 {category}：其中一部分会留在一般流程',
  'it is nested too deeply, or repeats itself too often': '嵌套过深或重复过多',
  'another roster has this id': '另一个值班表已用此编号',
};
