import { Menu } from 'antd';
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
  addressOf: (report: string | undefined) => string;
}) {
  const { t, i18n } = useTranslation('reports');
  const { items, current, addressOf } = props;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const links = [
    { key: '', label: <Link to={addressOf(undefined)}>{t('overview')}</Link> },
    ...ownReports(items).map(({ name, title }) => ({
      key: name,
      label: <Link to={addressOf(name)}>{title[language]}</Link>,
    })),
  ];
  return (
    <nav aria-label={t('nav')} className="report-actions">
      <Menu mode="horizontal" selectedKeys={[current ?? '']} items={links} />
    </nav>
  );
}
