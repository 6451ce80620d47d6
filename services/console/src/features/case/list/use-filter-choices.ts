import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { useOrganisation } from '../case-queries.js';
import { useWords } from '../words.js';
import type { FilterChoice } from './filter-field.js';
import type { FilterName } from './list-address.js';

const statuses = ['open', 'paused', 'resolved', 'closed', 'withdrawn', 'merged'];
const stages = [
  ...['control', 'listen', 'establish', 'apologise', 'resolve'],
  ...['callback', 'survey', 'closed'],
];
const grades = ['critical', 'high', 'normal', 'low'];
const tiers = ['vip', 'key', 'quality', 'standard'];
const channels = ['phone', 'web', 'app', 'email', 'letter', 'visit', 'social'];
const reaches = ['basic', 'escalated', 'difficult', 'major'];
const days = ['1', '7', '30', '90', '365'];

/** What is chosen from what the page has at hand; for the others see `SeldomFilters`. */
export type ChosenFilter = Exclude<FilterName, 'queue' | 'receivedFrom' | 'receivedTo'>;

/** What each filter offers, in the reader's words; of the organisation what is in use. */
export function useFilterChoices(): Record<ChosenFilter, FilterChoice[]> {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { agentId: own } = useSession();
  const { data: organisation } = useOrganisation();
  const active = <T extends { active: boolean }>(all: readonly T[] | undefined) =>
    all?.filter((one) => one.active) ?? [];
  const coded = (values: readonly string[], field?: string) =>
    values.map((value) => ({ value, label: words.code(value, field) }));
  const named = (
    all: readonly { code: string; active: boolean }[] | undefined,
    label: (code: string) => string,
  ) => active(all).map(({ code }) => ({ value: code, label: label(code) }));
  // Offered to whoever has none, or has left, as well: a view that they share is for those who have.
  const isOfUnit =
    !organisation || active(organisation.agents).some(({ agentId }) => agentId === own);
  return {
    status: coded(statuses),
    stage: coded(stages),
    priority: coded(grades),
    owner: [
      { value: 'me', label: t(own === null ? 'value.meWithout' : 'value.me') },
      { value: 'none', label: t('value.noOwner') },
      ...active(organisation?.agents).map(({ agentId }) => ({
        value: agentId,
        label: words.agent(agentId),
      })),
    ],
    unit: [
      { value: 'mine', label: t(isOfUnit ? 'value.myUnit' : 'value.myUnitWithout') },
      { value: 'none', label: t('value.noUnit') },
      ...named(organisation?.units, (code) => words.unit(code)),
    ],
    category: named(organisation?.categories, (code) => words.category(code)),
    complaintTier: coded(reaches, 'complaintTier'),
    overdue: [
      { value: 'true', label: t('value.yes') },
      { value: 'false', label: t('value.no') },
    ],
    severity: coded(grades),
    tier: coded(tiers),
    product: named(organisation?.products, (code) => words.product(code)),
    channel: coded(channels),
    receivedDays: days.map((value) => ({
      value,
      label: t('list.withinDays', { count: Number(value) }),
    })),
  };
}
