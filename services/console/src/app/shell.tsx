import { UserOutlined } from '@ant-design/icons';
import { Button, Layout, Menu, Popover, Spin } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { useSession } from '../session/session.js';
import { AccountMenu } from './account-menu.js';
import { KeyboardHelp } from './keyboard-help.js';
import { menuOf } from './menu.js';

/** What stands around every screen: the menu of one's roles, one's account, the keys. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === 'loading';
  const items = menuOf(session).map(({ path, menu }) => ({
    key: path,
    icon: menu.icon,
    label: <Link to={`/${path}`}>{t(`menu.${menu.label}`)}</Link>,
  }));
  const [, current = ''] = pathname.split('/');
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        {t('keys.skip')}
      </a>
      <Layout.Header className="shell-bar">
        <Menu
          theme="dark"
          mode="horizontal"
          className="shell-menu"
          selectedKeys={items
            .filter(({ key }) => key.split('/')[0] === current)
            .map(({ key }) => key)}
          items={items}
        />
        <KeyboardHelp />
        <Popover trigger="click" placement="bottomRight" content={<AccountMenu />}>
          <Button
            icon={<UserOutlined />}
            aria-label={t('account.signedInAs', { username: session.username })}
          >
            {session.username}
          </Button>
        </Popover>
      </Layout.Header>
      <main id="content" tabIndex={-1} className="shell-content">
        <Suspense fallback={<Spin />}>
          <Spin spinning={isLoading} delay={200}>
            <Outlet />
          </Spin>
        </Suspense>
      </main>
    </Layout>
  );
}
