import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { AppearanceMenu } from '../app/appearance-menu.js';
import { Panel } from '../shared/panel.js';
import { useDocumentTitle } from '../shared/screen-title.js';
import type { Session } from './session.js';
import { SignInForm } from './sign-in-form.js';

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation();
  useDocumentTitle(t('signIn.title'));
  return (
    <Flex component="main" vertical align="center" justify="center" gap="large" className="sign-in">
      <Typography.Title level={1}>{t('product')}</Typography.Title>
      <Panel className="sign-in-card">
        <SignInForm isFirst onSignedIn={onSignedIn} />
      </Panel>
      <AppearanceMenu />
    </Flex>
  );
}
