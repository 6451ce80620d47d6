import { glossary } from '../../texts/glossary.zh.js';

/** 操作之前告知其后果的文字。 */
export const foretold = {
  stage: glossary.stage,
  clock: { ...glossary.clock, stage: '{{stage}}阶段' },
  and: '、',
  override: {
    marked: '“{{stage}}”标为未办而过，工单进入“{{next}}”。',
    ends: '随之结束的时钟：{{clocks}}。',
    endAll: '随之结束的时钟：{{clocks}}。',
    endsNone: '没有时钟随之结束。',
    stillTold: '“受理告知”继续走，直到有人告知客户。',
    resolves: '工单将就此解决',
    resolvesMore: '“{{stage}}”标为未办而过。{{ends}}下一步是回访，询问客户是否满意。',
    needNote: '选“其他”时，请在备注中写明',
  },
  snooze: {
    waits:
      '到时之前暂缓的：即将到期的预警，以及这类预警的下一级上报。到时再上报下一级；仍在走、未超时的时钟，各补发最后一次预警。',
    goesOn: '照样通知的：一旦超时，即通知并逐级上报；扬言等其他原因的提醒也照常。时钟继续走。',
    critical: '特急工单不能暂停提醒。',
    due: '{{clock}}在此之前于 {{at}} 到期：届时按超时通知，事先不再预警。',
    dueOf: '{{number}}：{{clock}}在此之前于 {{at}} 到期：届时按超时通知，事先不再预警。',
    dueNone: '现在在走的时钟，在此之前都不到期。',
    tooMany: '工单太多，不逐一列出在此之前到期的时钟。',
  },
};
