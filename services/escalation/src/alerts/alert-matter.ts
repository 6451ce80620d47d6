import type { OrderKind, Threat } from '#contracts';
import type { SlaClock } from '#sla';
import type { OpenedCase } from '../domain/case-state.js';
import { isToDo } from '../domain/resolution/resolution-state.js';

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

/**
 * What an alert without a clock is about, and who had to do it, while its case still knows it. An alert knows only
 * when that was due: of several things due at one instant each is named.
 */
export function matterOf(
  { orders: open = [], resolution }: Pick<OpenedCase, 'orders' | 'resolution'>,
  due: number | null,
): Words | undefined {
  const late = open.filter(({ dueAt }) => dueAt === due);
  const kinds = [...new Set(late.map(({ kind }) => kind))];
  const matters = kinds.map((kind): Words => {
    const units = listed(late.flatMap((one) => (one.kind === kind ? one.unit : [])));
    const { zh, en } = orders[kind];
    return { zh: `${units.zh} 的${zh}已逾期`, en: `${en}, given to ${units.en}, is late` };
  });
  const promised = resolution?.actions?.filter(({ dueAt }) => dueAt === due) ?? [];
  // What is done or dropped was late only where nothing else can be meant.
  const undone = promised.filter(isToDo);
  const actions = undone.length > 0 ? undone : promised;
  if (actions.length > 0) {
    const owners = listed(actions.map(({ owner }) => owner));
    matters.push({
      zh: `${owners.zh} 的预防措施已逾期`,
      en: `A preventive action of ${owners.en} is late`,
    });
  }
  if (matters.length === 0) return undefined;
  return {
    zh: matters.map(({ zh }) => zh).join('；'),
    en: matters.map(({ en }) => en).join('; '),
  };
}

function listed(all: readonly string[]): Words {
  const distinct = [...new Set(all)];
  return { zh: distinct.join('、'), en: distinct.join(' and ') };
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
