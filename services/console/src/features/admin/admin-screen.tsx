import { Layout, Menu } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { MissingPage } from '../../app/missing-page.js';
import { useSession } from '../../session/session.js';
import { Waiting } from '../../shared/waiting.js';
import { sectionGroups, sectionsOf } from './sections.js';
import './admin.css';

/** The administration: its sections at the side, the one of the address beside them. */
export function Screen() {
  const { t } = useTranslation('admin');
  const { section } = useParams();
  const sections = sectionsOf(useSession());
  const found = sections.find(({ name }) => name === section);
  if (section === undefined)
    return <Navigate to={`/administration/${sections[0]!.name}`} replace />;
  if (!found) return <MissingPage />;
  const { Content } = found;
  const shown = sectionGroups.filter((group) => sections.some((one) => one.group === group));
  const groups = shown.map((group) => ({
    key: group,
    type: 'group' as const,
    label: t(`groups.${group}`),
    children: sections
      .filter((one) => one.group === group)
      .map(({ name }) => ({
        key: name,
        label: (
          <Link
            to={`/administration/${name}`}
            aria-current={name === found.name ? 'page' : undefined}
          >
            {t(`sections.${name}`)}
          </Link>
        ),
      })),
  }));
  return (
    <Layout className="admin">
      <nav aria-label={t('title')} className="admin-menu">
        <Menu mode="inline" selectedKeys={[found.name]} items={groups} />
      </nav>
      <div className="admin-content">
        <Suspense fallback={<Waiting />}>
          <Content key={found.name} />
        </Suspense>
      </div>
    </Layout>
  );
}
