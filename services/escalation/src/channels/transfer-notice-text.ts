import type { TransferReason, TransferRefusalReason } from '#contracts';
import type { TransferNotice } from './transfer-notice.js';

type Time = (iso: string) => string;

/** Subject and lines of a mail about a case that went from unit to unit, or came back. */
export function aboutTransfer(
  notice: TransferNotice,
  isChinese: boolean,
  time: Time,
  link: string,
): { subject: string; lines: string[] } {
  return isChinese ? inChinese(notice, time, link) : inEnglish(notice, time, link);
}

const reasons: Record<TransferReason | TransferRefusalReason, { zh: string; en: string }> = {
  'responsible-unit': { zh: '责任部门', en: 'responsible unit' },
  expertise: { zh: '需要专业人员', en: 'expertise' },
  'on-site-work': { zh: '现场作业', en: 'work on site' },
  'wrong-unit': { zh: '派错部门', en: 'wrong unit' },
  'second-opinion': { zh: '征求意见', en: 'second opinion' },
  'not-responsible': { zh: '不属职责', en: 'not responsible' },
  'facts-missing': { zh: '信息不全', en: 'facts missing' },
  duplicate: { zh: '重复工单', en: 'duplicate' },
  'no-authority': { zh: '无权处理', en: 'no authority' },
  'settled-already': { zh: '已经解决', en: 'settled already' },
  other: { zh: '其他', en: 'other' },
};

function inChinese(notice: TransferNotice, time: Time, link: string) {
  const { number = notice.caseId, by } = notice;
  const at = time(notice.at);
  switch (notice.kind) {
    case 'transferred': {
      const { from, to, reason, dueAt } = notice;
      const whence = from === undefined ? '' : `从 ${from} `;
      return {
        subject: `${number} 转办给 ${to}`,
        lines: [
          `${by} 将工单 ${number} ${whence}转办给 ${to}，等待接单或退单。`,
          `原因：${reasons[reason].zh}`,
          `转办：${at}`,
          ...(dueAt === undefined ? [] : [`转办时限：${time(dueAt)}`]),
          `去处理：${link}`,
        ],
      };
    }
    case 'transfer-refused': {
      const { unit, backTo, reason } = notice;
      const where = backTo === undefined ? '' : `，工单回到 ${backTo}`;
      return {
        subject: `${number} 被 ${unit} 退单`,
        lines: [
          `${by} 代表 ${unit} 退回了工单 ${number}${where}。`,
          `原因：${reasons[reason].zh}`,
          `退单：${at}`,
          `去处理：${link}`,
        ],
      };
    }
    case 'transfer-withdrawn':
      // Whoever reads this sees the case no more: there is nothing to open.
      return {
        subject: `${number} 的转办已撤回`,
        lines: [`${by} 撤回了转办给 ${notice.unit} 的工单 ${number}，无需再答复。`, `撤回：${at}`],
      };
    case 'handed-back': {
      const { unit, backTo } = notice;
      const where = backTo === undefined ? '' : `，工单回到 ${backTo}`;
      return {
        subject: `${number} 由 ${unit} 交回`,
        lines: [
          `${unit} 办完后，${by} 交回了工单 ${number}${where}。`,
          `交回：${at}`,
          `办理结果：${link}`,
        ],
      };
    }
  }
}

function inEnglish(notice: TransferNotice, time: Time, link: string) {
  const { number = notice.caseId, by } = notice;
  const at = time(notice.at);
  switch (notice.kind) {
    case 'transferred': {
      const { from, to, reason, dueAt } = notice;
      const whence = from === undefined ? '' : `from ${from} `;
      return {
        subject: `${number} was transferred to ${to}`,
        lines: [
          `${by} transferred case ${number} ${whence}to ${to}, which has yet to accept or refuse it.`,
          `Reason: ${reasons[reason].en}`,
          `Transferred: ${at}`,
          ...(dueAt === undefined ? [] : [`Due: ${time(dueAt)}`]),
          `Decide: ${link}`,
        ],
      };
    }
    case 'transfer-refused': {
      const { unit, backTo, reason } = notice;
      const where = backTo === undefined ? '' : `; it is with ${backTo} again`;
      return {
        subject: `${number} was refused by ${unit}`,
        lines: [
          `${by} refused case ${number} for ${unit}${where}.`,
          `Reason: ${reasons[reason].en}`,
          `Refused: ${at}`,
          `Go on: ${link}`,
        ],
      };
    }
    case 'transfer-withdrawn':
      return {
        subject: `${number} was taken back from ${notice.unit}`,
        lines: [
          `${by} took case ${number} back before ${notice.unit} had answered: there is nothing left to decide.`,
          `Taken back: ${at}`,
        ],
      };
    case 'handed-back': {
      const { unit, backTo } = notice;
      const where = backTo === undefined ? '' : `; it is with ${backTo} again`;
      return {
        subject: `${number} was given back by ${unit}`,
        lines: [
          `${by} gave case ${number} back for ${unit}${where}.`,
          `Given back: ${at}`,
          `Result: ${link}`,
        ],
      };
    }
  }
}
