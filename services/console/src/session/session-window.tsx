import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Session } from './session.js';
import { SignInForm } from './sign-in-form.js';

/** Over the page of somebody whose session has ended. */
export function SessionWindow(props: {
  isOpen: boolean;
  username: string;
  onSignedIn: (session: Session) => void;
}) {
  const { t } = useTranslation();
  const { isOpen, ...form } = props;
  return (
    <Modal open={isOpen} destroyOnHidden title={t('signIn.title')} footer={null} closable={false}>
      <p>{t('signIn.again')}</p>
      <SignInForm {...form} />
    </Modal>
  );
}
