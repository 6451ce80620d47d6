import type { Role } from '#contracts';
import { timesOf } from './alert-mail-text.js';
import type { Channel } from './channel-rows.js';
import type { Notice } from './notice.js';

type Reader = Pick<Channel, 'language' | 'timeZone' | 'roles'>;

/** Subject and text of a mail that tells of no alert, with where in the console to answer it. */
export function noticeMail(
  notice: Notice,
  reader: Reader,
  publicUrl: string,
): { subject: string; text: string } {
  const isChinese = reader.language === 'zh-CN';
  const time = timesOf(reader);
  const { subject, lines } =
    notice.kind === 'join-request'
      ? aboutJoin(notice, isChinese, time, publicUrl)
      : aboutPromise(notice, isChinese, time, listOf(reader, publicUrl));
  return { subject: `[Clearline] ${subject}`, text: `${lines.join('\n')}\n` };
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
        subject: `A promised answer is overdue: ${standard}`,
        lines: [
          `The answer promised by standard ${standard} (${desk}) is overdue, and the customer still waits.`,
          `Due: ${time(dueAt)}`,
          ...(link ? [`Questions: ${link}`] : []),
        ],
      };
}
