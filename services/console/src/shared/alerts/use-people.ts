import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../use-organisation.js';
import { usePersonName } from '../use-person-name.js';

interface Level {
  audience: string;
  unit?: string | null;
  people?: readonly string[];
}

const roles = ['agent', 'supervisor', 'manager', 'admin', 'bi'] as const;

/** The people of a level: those it names, or everybody of a role, of its unit where it tells one. */
export function usePeople(): (level: Level) => string {
  const { t } = useTranslation('alerts');
  const { unitName } = useOrganisation();
  const personName = usePersonName();
  return ({ audience, unit, people }) => {
    if (people && people.length > 0) return people.map((one) => personName(one)).join(' · ');
    const role = roles.find((one) => one === audience);
    const named = role ? t(`role.${role}`) : audience;
    return unit ? t('unitOf', { unit: unitName(unit), people: named }) : named;
  };
}
