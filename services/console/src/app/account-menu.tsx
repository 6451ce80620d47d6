import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { useSession } from '../session/session.js';
import { useOwnUnit } from '../shared/use-own-unit.js';
import { AppearanceMenu } from './appearance-menu.js';
import { SingleKeysSwitch } from './single-keys-switch.js';

export function AccountMenu(props: { onChangePassword: () => void; onShowSessions: () => void }) {
  const { t, i18n } = useTranslation();
  const { username, agentId } = useSession();
  const unit = useOwnUnit()?.name[i18n.language === 'en' ? 'en' : 'zh'];
  const signOut = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/api/v1/session')),
    // Nothing of this person stays in the memory of the page.
    onSettled: () => location.assign('/app/'),
  });
  return (
    <Flex vertical gap="middle">
      <Typography.Text>{t('account.signedInAs', { username })}</Typography.Text>
      {agentId !== null && (
        <Typography.Text type="secondary">
          {unit === undefined
            ? t('account.agent', { agentId })
            : t('account.agentOf', { agentId, unit })}
        </Typography.Text>
      )}
      <AppearanceMenu />
      <SingleKeysSwitch />
      <Button onClick={props.onChangePassword}>{t('account.changePassword')}</Button>
      <Button onClick={props.onShowSessions}>{t('account.sessions')}</Button>
      <Button onClick={() => signOut.mutate()} loading={signOut.isPending}>
        {t('account.signOut')}
      </Button>
    </Flex>
  );
}
