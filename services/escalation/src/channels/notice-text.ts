import type { OrderKind, Role } from '#contracts';
import { timesOf } from './alert-mail-text.js';
import type { Channel } from './channel-rows.js';
import { messageOf } from '../policies/chain-words.js';
import type { LadderNotice, Notice } from './notice.js';
import { aboutTransfer } from './transfer-notice-text.js';

type Reader = Pick<Channel, 'language' | 'timeZone' | 'roles'>;

/** Subject and text of a mail that tells of no alert, with where in the console to answer it. */
export function noticeMail(
  notice: Notice,
  reader: Reader,
  publicUrl: string,
): { subject: string; text: string } {
  const isChinese = reader.language === 'zh-CN';
  const time = timesOf(reader);
  const { subject, lines } = told();
  return { subject: `[Clearline] ${subject}`, text: `${lines.join('\n')}\n` };

  function told(): Told {
    switch (notice.kind) {
      case 'join-request':
        return aboutJoin(notice, isChinese, time, publicUrl);
      case 'order-given':
        return aboutOrder(notice, isChinese, time, publicUrl);
      case 'promise-overdue':
        return aboutPromise(notice, isChinese, time, listOf(reader, publicUrl));
      case 'ladder-gaps':
        return aboutLadders(notice, isChinese, time, publicUrl);
      case 'transferred':
      case 'transfer-refused':
      case 'transfer-withdrawn':
      case 'handed-back':
        return aboutTransfer(notice, isChinese, time, `${publicUrl}/cases/${notice.caseId}`);
    }
  }
}

const questionReaders: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** The list of questions, for those to whom the console shows it. */
const listOf = ({ roles }: Reader, publicUrl: string): string | undefined =>
  roles.some((role) => questionReaders.includes(role))
    ? `${publicUrl}/administration/questions?status=promised`
    : undefined;

type Told = { subject: string; lines: string[] };
type Time = (iso: string) => string;

function aboutJoin(
  { caseId, agent, at }: Extract<Notice, { kind: 'join-request' }>,
  isChinese: boolean,
  time: Time,
  publicUrl: string,
): Told {
  const link = `${publicUrl}/cases/${caseId}`;
  return isChinese
    ? {
        subject: `${agent} 申请查看工单`,
        lines: [`${agent} 申请查看您可以决定的一张工单。`, `申请：${time(at)}`, `去决定：${link}`],
      }
    : {
        subject: `${agent} asks to see a case`,
        lines: [
          `${agent} asks to see a case that you may decide on.`,
          `Asked: ${time(at)}`,
          `Decide: ${link}`,
        ],
      };
}

const orders: Record<OrderKind, { zh: string; en: string }> = {
  'co-handling': { zh: '会办', en: 'co-handling' },
  supervision: { zh: '督办', en: 'supervision' },
  'follow-up': { zh: '回头看', en: 'follow-up' },
};

function aboutOrder(
  { order, unit, by, at, dueAt, caseId }: Extract<Notice, { kind: 'order-given' }>,
  isChinese: boolean,
  time: Time,
  publicUrl: string,
): Told {
  const { zh, en } = orders[order];
  const link = `${publicUrl}/cases/${caseId}`;
  return isChinese
    ? {
        subject: `收到${zh}单：${unit}`,
        lines: [
          `${by} 给 ${unit} 发出了一份${zh}单，等待答复。`,
          `发出：${time(at)}`,
          `应答复：${time(dueAt)}`,
          `去答复：${link}`,
        ],
      }
    : {
        subject: `An order was given to ${unit}: ${en}`,
        lines: [
          `${by} gave ${unit} an order (${en}), which waits for an answer.`,
          `Given: ${time(at)}`,
          `Due: ${time(dueAt)}`,
          `Answer: ${link}`,
        ],
      };
}

function aboutPromise(
  { standard, desk, dueAt }: Extract<Notice, { kind: 'promise-overdue' }>,
  isChinese: boolean,
  time: Time,
  link: string | undefined,
): Told {
  return isChinese
    ? {
        subject: `答复承诺已逾期：${standard}`,
        lines: [
          `按标准答复 ${standard}（归口 ${desk}）承诺的答复已逾期，客户仍在等待。`,
          `应答复：${time(dueAt)}`,
          ...(link ? [`问题清单：${link}`] : []),
        ],
      }
    : {
        subject: `A promised answer is late: ${standard}`,
        lines: [
          `The answer promised by standard ${standard} (${desk}) is late, and the customer still waits.`,
          `Due: ${time(dueAt)}`,
          ...(link ? [`Questions: ${link}`] : []),
        ],
      };
}

function aboutLadders(
  { gaps, policyVersion, at }: LadderNotice,
  isChinese: boolean,
  time: Time,
  publicUrl: string,
): Told {
  const found = gaps.map((gap) => `- ${messageOf(gap)[isChinese ? 'zh' : 'en']}`);
  const link = `${publicUrl}/administration/policies?tab=checks`;
  return isChinese
    ? {
        subject: `上报阶梯查出 ${gaps.length} 个问题`,
        lines: [
          `检查当前策略（版本 ${policyVersion}）的上报阶梯，查出以下尚未发过邮件的问题：`,
          ...found,
          `检查：${time(at)}`,
          `全部问题：${link}`,
        ],
      }
    : {
        subject: `Gaps in the ladders: ${gaps.length}`,
        lines: [
          `A look at the ladders of the policy in force (version ${policyVersion}) found what nobody was mailed yet:`,
          ...found,
          `Looked at: ${time(at)}`,
          `All that is wrong: ${link}`,
        ],
      };
}
