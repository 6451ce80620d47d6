import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dashboards } from './dashboards.js';

const besides = new Set(Object.values(dashboards).flatMap(({ beside }) => beside ?? []));

interface Named {
  name: string;
  title: { zh: string; en: string };
}

/** Reports with a screen of their own: those that stand beside another are shown there. */
export const ownReports = <T extends Named>(items: readonly T[]): T[] =>
  items.filter(({ name }) => !besides.has(name));

/** From one report to the next, over the same cases. */
export function ReportsNav(props: {
  items: readonly Named[];
  current: string | undefined;
  addressOf: (report: string | undefined, change?: { period: 'all' }) => string;
}) {
  const { t, i18n } = useTranslation('reports');
  const { items, current, addressOf } = props;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const links = [
    { name: undefined, text: t('overview') },
    ...ownReports(items).map(({ name, title }) => ({ name, text: title[language] })),
  ];
  return (
    <nav aria-label={t('nav')} className="report-nav report-actions">
      {links.map(({ name, text }) => (
        <Link
          key={name ?? ''}
          // What is so now is so whatever the days of the report before: it opens over all of it.
          to={addressOf(name, name && dashboards[name]?.ofNow ? { period: 'all' } : undefined)}
          aria-current={name === current ? 'page' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
