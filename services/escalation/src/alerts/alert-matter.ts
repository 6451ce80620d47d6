import type { OrderKind, Threat } from '#contracts';
import type { SlaClock } from '#sla';
import type { OpenedCase } from '../domain/case-state.js';

interface Words {
  zh: string;
  en: string;
}

const orders: Readonly<Record<OrderKind, Words>> = {
  'co-handling': { zh: '会办单', en: 'An order to take part' },
  supervision: { zh: '督办单', en: 'An order of supervision' },
  'follow-up': { zh: '跟进单', en: 'An order to follow up' },
};
const threats: Readonly<Record<Threat, Words>> = {
  media: { zh: '找媒体', en: 'the media' },
  regulator: { zh: '向监管部门反映', en: 'the regulator' },
  leave: { zh: '离网', en: 'leaving' },
  legal: { zh: '起诉', en: 'legal action' },
};

/** What an alert without a clock is about, and who had to do it, while its case still knows it. */
export function matterOf(
  { orders: open, resolution }: Pick<OpenedCase, 'orders' | 'resolution'>,
  due: number | null,
): Words | undefined {
  const order = open?.find(({ dueAt }) => dueAt === due);
  if (order) {
    const { zh, en } = orders[order.kind];
    return { zh: `${order.unit} 的${zh}已超期`, en: `${en}, given to ${order.unit}, is past due` };
  }
  const action = resolution?.actions?.find(({ dueAt }) => dueAt === due);
  if (!action) return undefined;
  return {
    zh: `${action.owner} 的预防措施已超期`,
    en: `A preventive action of ${action.owner} is past due`,
  };
}

/** What the customer threatens with, in both languages; undefined where it is not known. */
export function threatsInWords(named: readonly Threat[]): Words | undefined {
  if (named.length === 0) return undefined;
  return {
    zh: `客户扬言${named.map((one) => threats[one].zh).join('、')}`,
    en: `The complaint threatens with ${named.map((one) => threats[one].en).join(', ')}`,
  };
}

/** The clock that an alert is about: by what it is due, now or before its terms changed. */
export function clockOf(
  { clocks }: Pick<OpenedCase, 'clocks'>,
  kind: string | null,
  due: number | null,
): SlaClock | undefined {
  if (kind === null || due === null) return undefined;
  const wasDue = ({ dueAt, changes = [] }: SlaClock) =>
    dueAt === due || changes.some(({ before }) => before.dueAt === due);
  return clocks.find((clock) => clock.kind === kind && wasDue(clock));
}
