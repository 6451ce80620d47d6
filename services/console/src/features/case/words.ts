import dayjs from 'dayjs';
import type { i18n as I18n, TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameOfPerson } from '../../shared/person-names.js';
import { formatSpan } from '../../shared/span.js';
import { wordedSpan } from '../../shared/worded-span.js';
import { usePersonName } from '../../shared/use-person-name.js';
import { zonedText } from '../../shared/zoned-text.js';
import { useOrganisation } from './case-queries.js';
import { isBudgetUnit } from './budget-unit.js';
import type { BudgetUnit } from './budget-unit.js';
import type { casePage } from './texts.en.js';

export type CommandName = keyof typeof casePage.commands;

/** How values are written for people, in the language of whoever reads them. */
export interface Words {
  /** A code in words; what is no known code stays as it is. */
  code: (value: string, field?: string) => string;
  field: (name: string) => string;
  command: (name: string) => string;
  unit: (code: string | null | undefined) => string;
  category: (code: string) => string;
  product: (code: string) => string;
  /** Somebody by their log-in or the id of their agent: one name for one person. */
  person: NameOfPerson;
  /** An agent among those who can be chosen, who is looked for by name or by id. */
  agent: (agentId: string) => string;
  /** A value of an event or an answer, whatever it is; an instant in `zone`, else in the reader's. */
  value: (name: string, value: unknown, zone?: string) => string;
}

/** An answer of SERVQUAL: what was expected and what was found. */
const isGap = (given: unknown): given is { expected: number; perceived: number } =>
  typeof given === 'object' && given !== null && 'expected' in given && 'perceived' in given;

/** What a case is about, as an event that put it right has it. */
const isCodes = (given: unknown): given is { category: string; product?: string } =>
  typeof given === 'object' && given !== null && 'category' in given;

/** Who settles a major complaint with others, and as what. */
const isMember = (given: unknown): given is { agent: string; role: string } =>
  typeof given === 'object' && given !== null && 'agent' in given && 'role' in given;

/** How much time there is, or more of it. */
const isBudget = (given: unknown): given is { unit: BudgetUnit; days?: number; minutes?: number } =>
  typeof given === 'object' && given !== null && 'unit' in given && isBudgetUnit(given.unit);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const people: readonly string[] = [
  ...([
    'owner',
    'ownerBefore',
    'concerns',
    'agent',
    'agents',
    'by',
    'requestedBy',
    'accountable',
    'accused',
  ] as const),
  ...(['decider', 'lead', 'speaker', 'person'] as const),
];
const units: readonly string[] = ['unit', 'to', 'from', 'backTo', 'department', 'desk', 'units'];

/** The same words until the language or the organisation changes: what is drawn with them stays as it is. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('casePage');
  const { data: organisation } = useOrganisation();
  const { language } = i18n;
  const person = usePersonName();
  return useMemo(
    () => wordsIn(language, t, i18n, organisation, person),
    [language, t, i18n, organisation, person],
  );
}

type Organisation = ReturnType<typeof useOrganisation>['data'];

function wordsIn(
  asked: string,
  t: TFunction<'casePage'>,
  i18n: I18n,
  organisation: Organisation,
  person: NameOfPerson,
): Words {
  const language = asked === 'en' ? 'en' : 'zh';
  // A list asks for the same few words in each of its rows, and the library looks them up anew.
  const found = new Map<string, string>();
  const named = (kind: 'units' | 'categories' | 'products', code: string) =>
    organisation?.[kind].find((one) => one.code === code)?.name[language] ?? code;
  const known = (path: string, fallback: string) => {
    const before = found.get(path);
    if (before !== undefined) return before;
    if (!i18n.exists(path, { ns: 'casePage' })) return fallback;
    const text = String(t(path as 'codes.other'));
    found.set(path, text);
    return text;
  };
  const code: Words['code'] = (value, field) => {
    const plain = known(`codes.${value}`, value);
    return field === undefined
      ? plain
      : known(`codes.${field}-${value.replaceAll('.', '_')}`, plain);
  };
  const command = (name: string) => known(`commands.${name}`, name);
  const value: Words['value'] = (name, given, zone) => {
    if (Array.isArray(given))
      return given.map((one) => value(name, one, zone)).join(t('list.comma'));
    if (typeof given === 'boolean') return t(given ? 'value.yes' : 'value.no');
    if (name === 'threshold') return `${Math.round(Number(given) * 100)} %`;
    if (name === 'lateMinutes') return wordedSpan(i18n.getFixedT(asked), Number(given) * 60_000);
    if (name === 'seconds' && typeof given === 'number') return formatSpan(given * 1_000);
    if (typeof given === 'number') return new Intl.NumberFormat(asked).format(given);
    if (isGap(given)) return t('value.gap', given);
    if (isMember(given)) {
      return t('reply.party', { name: person(given.agent), role: code(given.role) });
    }
    if (isBudget(given)) {
      return t(`form.more.${given.unit}`, { n: given.days ?? given.minutes });
    }
    if (isCodes(given)) {
      const { category, product } = given;
      const both = [value('category', category), ...(product ? [value('product', product)] : [])];
      return both.join(t('list.comma'));
    }
    if (typeof given !== 'string') return '';
    if (instant.test(given)) {
      return zone ? zonedText(given, zone).slice(0, 16) : dayjs(given).format('YYYY-MM-DD HH:mm');
    }
    // What people wrote is no code, whatever it reads like.
    if (name === 'told') return given;
    // A rule is named by its policy: that of tier standard is no customer.
    if (name === 'policyRule') return known(`codes.policyRule-${given}`, given);
    if (name === 'command') return command(given);
    if (name === 'missing') return known(`fields.${given.split('.').at(-1)}`, given);
    if (name === 'category')
      return code(given) === given ? named('categories', given) : code(given);
    if (name === 'product')
      return given === 'none' ? t('form.noProduct') : named('products', given);
    if (people.includes(name)) return person(given);
    return units.includes(name) ? named('units', given) : code(given, name);
  };
  return {
    code,
    command,
    value,
    field: (name) => known(`fields.${name}`, name),
    unit: (one) => (one ? named('units', one) : t('value.noUnit')),
    category: (one) => named('categories', one),
    product: (one) => named('products', one),
    person,
    agent: (id) => {
      const name = person(id);
      return name === id ? id : t('person', { name, id, ns: 'common' });
    },
  };
}
