import { glossary } from '../../texts/glossary.zh.js';

/** 提醒的文字，各处通用。 */
export const alerts = {
  cause: {
    warning: '即将到期',
    breach: '已超时',
    late: '应办事项逾期',
    threat: '扬言',
    critical: '特急',
    severity: '严重程度',
    tier: '重点客户',
    repeat: '重复投诉',
    dissatisfied: '回访不满意',
    problem: '问题件',
    'over-target': '超办理时长',
  },
  role: {
    agent: '坐席',
    supervisor: '主管',
    manager: '经理',
    admin: '管理员',
    bi: 'BI 使用方',
  },
  clock: glossary.clock,
  status: glossary.status,
  critical: glossary.level.critical,
  unitOf: '{{unit}} {{people}}',
  nowOverdue: '现已超时',
  takeOn: '接手',
  step: '第 {{level}} 级：{{people}}',
  noNext: '不再上报',
  snoozed: '暂停提醒至',
  snoozedBy: '（{{by}}）',
  snoozedFor: '暂停提醒的原因：{{reason}}',
  snoozedOnes: '{{n}} 件暂停提醒',
  snoozeReason: glossary.snoozeReason,
  stopped: '（已完成，不再计时）',
};
