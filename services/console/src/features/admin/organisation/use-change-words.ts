import { useTranslation } from 'react-i18next';
import { roles } from '../../../session/session.js';
import { useNamed } from '../../../shared/use-named.js';
import type { Change, Defined, Organisation } from './read-organisation.js';

/** A change in words: codes by their names as they are now, and both values where there was one before. */
export function useChangeWords(
  { of }: Defined,
  organisation: Organisation,
): (change: Change, isFirst: boolean) => string {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const named = useNamed();
  const entryOf = (kind: 'units' | 'categories' | 'products', code: string) => {
    const found = organisation[kind].find((entry) => entry.code === code);
    return found ? `${named(found.name)} · ${code}` : code;
  };
  const textOf = (field: Change['field'], value: Change['after']): string => {
    if (typeof value === 'boolean') {
      return value ? t('organisation.active') : t('organisation.inactive');
    }
    if (Array.isArray(value)) {
      const known = value.map((code) => {
        const role = roles.find((one) => one === code);
        return role ? common(`roles.${role}`) : code;
      });
      return known.join(t('organisation.history.comma'));
    }
    if (value === null) return t('organisation.history.nothing');
    if (field === 'unit') return entryOf('units', value);
    return field === 'parent' && of !== 'agents' ? entryOf(of, value) : value;
  };
  return ({ field: name, before, after }, isFirst) => {
    const field = t(`organisation.history.fields.${name}`);
    if (isFirst) return t('organisation.history.given', { field, value: textOf(name, after) });
    const values = { before: textOf(name, before), after: textOf(name, after) };
    return t('organisation.history.change', { field, ...values });
  };
}
