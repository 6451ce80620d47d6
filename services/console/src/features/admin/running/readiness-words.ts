import { useTranslation } from 'react-i18next';

/** What a check that fails means for people: `events-intake`, `projections-reporting`, `database` ... */
export function useReadinessWords(): (check: string) => string {
  const { t } = useTranslation('admin');
  return (check) => {
    const [, part, service = ''] =
      /^(events|projections|database|process)(?:-(.+))?$/.exec(check) ?? [];
    switch (part) {
      case 'events':
        return t('health.checks.events', { service });
      case 'projections':
        return t('health.checks.projections', { service });
      case 'database':
        return t('health.checks.database');
      case 'process':
        return t('health.checks.process');
      default:
        return t('health.checks.other', { check });
    }
  };
}
