import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Session } from './session.js';
import { SignInForm } from './sign-in-form.js';

/** Over the page of somebody whose session has ended. */
export function SessionWindow(props: { username: string; onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('signIn.title')} footer={null} closable={false}>
      <p>{t('signIn.again')}</p>
      <SignInForm {...props} />
    </Modal>
  );
}
