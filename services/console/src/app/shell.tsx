import { Spin } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { useSession } from '../session/session.js';
import { onDemand } from '../shared/on-demand.js';
import { loadTexts } from '../texts/load-texts.js';
import { AccountButton } from './account-button.js';
import { EverywhereParts } from './everywhere.js';
import { KeyboardHelp } from './keyboard-help.js';
import { menuOf } from './menu.js';
import { useIsLoading } from './screen-loads.js';

const FirstRunGuide = onDemand(async () => {
  const [{ FirstRunGuide: Guide }] = await Promise.all([
    import('./first-run/first-run-guide.js'),
    loadTexts('firstRun'),
  ]);
  return Guide;
});

/** What stands around every screen: the menu of one's roles, what features have everywhere, one's account, the keys. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const isLoading = useIsLoading();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('keys.skip')}
      </a>
      <header className="shell-bar">
        <nav className="shell-menu" aria-label={t('menuName')}>
          {menuOf(session).map(({ path, menu }) => (
            <NavLink key={path} to={`/${path}`}>
              {menu.icon}
              <span className="shell-name">{t(`menu.${menu.label}`)}</span>
            </NavLink>
          ))}
        </nav>
        <EverywhereParts />
        <KeyboardHelp />
        <AccountButton />
      </header>
      <main id="content" tabIndex={-1} className="shell-content">
        <FirstRunGuide />
        <Suspense fallback={<Spin />}>
          <Spin spinning={isLoading} delay={200}>
            <Outlet />
          </Spin>
        </Suspense>
      </main>
    </div>
  );
}
