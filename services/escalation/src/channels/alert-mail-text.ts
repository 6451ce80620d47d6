import { causeOf, peopleOf, whyTold } from '../alerts/alert-words.js';
import type { Channel } from './channel-rows.js';
import type { ToldAlert } from './told-alert.js';

/** An alert with its link, where its reader may acknowledge it. */
export interface LinkedAlert {
  alert: ToldAlert;
  link?: string;
}

type ToldPeople = Pick<NonNullable<ToldAlert['next']>, 'level' | 'audience' | 'unit'>;

type Reader = Pick<Channel, 'language' | 'timeZone'>;

/**
 * Subject and text of a mail: why this person is told, who was before, who is next and when. It holds codes
 * and case numbers, nothing of the customer.
 */
export function alertMail(
  alerts: readonly LinkedAlert[],
  reader: Reader,
): { subject: string; text: string } {
  const isChinese = reader.language === 'zh-CN';
  const [first] = alerts;
  const subject =
    alerts.length === 1 && first
      ? `${first.alert.number} ${causeOf(first.alert)[isChinese ? 'zh' : 'en']}`
      : isChinese
        ? `${alerts.length} 条提醒`
        : `${alerts.length} alerts`;
  const say = isChinese ? inChinese : inEnglish;
  const parts = alerts.map(({ alert, link }) => say(alert, link, timesOf(reader)).join('\n'));
  return { subject: `[Clearline] ${subject}`, text: `${parts.join('\n\n')}\n` };
}

type Times = (iso: string) => string;

/** `2026-01-05 17:00 (Asia/Shanghai)`: the same in both languages. */
export function timesOf({ timeZone }: Reader): Times {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (iso) => `${format.format(new Date(iso))} (${timeZone})`;
}

function inEnglish(alert: ToldAlert, link: string | undefined, time: Times): string[] {
  const people = ({ level, audience, unit }: ToldPeople) =>
    `level ${level} (${peopleOf(audience, unit).en})`;
  const before = alert.told.slice(0, -1);
  const { next } = alert;
  return [
    `Case ${alert.number}`,
    whyTold(alert).en,
    ...(alert.dueAt ? [`Due: ${time(alert.dueAt)}`] : []),
    ...before.map((one) => `Told before: ${people(one)}, ${time(one.at)}`),
    ...(next ? [`Told next: ${people(next)}, ${time(next.at)}`] : []),
    ...(link ? [`Take it on: ${link}`] : []),
  ];
}

function inChinese(alert: ToldAlert, link: string | undefined, time: Times): string[] {
  const people = ({ level, audience, unit }: ToldPeople) =>
    `第 ${level} 级（${peopleOf(audience, unit).zh}）`;
  const before = alert.told.slice(0, -1);
  const { next } = alert;
  return [
    `工单 ${alert.number}`,
    whyTold(alert).zh,
    ...(alert.dueAt ? [`到期：${time(alert.dueAt)}`] : []),
    ...before.map((one) => `此前已通知：${people(one)}，${time(one.at)}`),
    ...(next ? [`下一级：${people(next)}，${time(next.at)}`] : []),
    ...(link ? [`确认提醒：${link}`] : []),
  ];
}
