import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { hasRole, useSession } from '../session/session.js';
import { say } from '../shared/say.js';
import { useOwnUnit } from '../shared/use-own-unit.js';
import { AppearanceMenu } from './appearance-menu.js';
import { SingleKeysSwitch } from './single-keys-switch.js';

/** Who is told by alerts, and so may have them mailed, as the API has it. */
const alerted = ['agent', 'supervisor', 'manager', 'admin'] as const;

/** Nothing of this person stays in the memory of the page. */
const leave = () => location.assign('/app/');

export function AccountMenu(props: {
  onChangePassword: () => void;
  onShowSessions: () => void;
  onMailAlerts: () => void;
}) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const { username, agentId } = session;
  const unit = useOwnUnit()?.name[i18n.language === 'en' ? 'en' : 'zh'];
  const signOut = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/api/v1/session')),
    onSuccess: leave,
    // Whoever leaves the machine has to know that they are still signed in; a session that has ended by itself is over.
    onError: (error) =>
      error instanceof ApiProblem && error.status === 401
        ? leave()
        : say('error', t('account.stillSignedIn'), { seconds: 20 }),
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
      {hasRole(session, alerted) && (
        <Button onClick={props.onMailAlerts}>{t('account.mailedAlerts')}</Button>
      )}
      <Button onClick={() => signOut.mutate()} loading={signOut.isPending}>
        {t('account.signOut')}
      </Button>
    </Flex>
  );
}
