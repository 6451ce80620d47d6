import { Button, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';

interface User {
  username: string;
  isDisabled: boolean;
}

/** What may be done with an account; one that is disabled is put right and restored, nothing else. */
export function UserActions(props: {
  user: User;
  isOwn: boolean;
  onChangeRoles: () => void;
  onChangeAgent: () => void;
  onShowSessions: () => void;
  onReset: () => void;
  onDisable: () => void;
  onRestore: () => void;
}) {
  const { t } = useTranslation('admin');
  const { user, isOwn } = props;
  const { username } = user;
  const changeAgent = (
    <Button size="small" onClick={props.onChangeAgent}>
      {t('users.changeAgent')}
    </Button>
  );
  if (user.isDisabled) {
    return (
      <Space>
        {changeAgent}
        <Popconfirm title={t('users.restoreSure', { username })} onConfirm={props.onRestore}>
          <Button size="small">{t('users.restore')}</Button>
        </Popconfirm>
      </Space>
    );
  }
  return (
    <Space>
      <Button size="small" onClick={props.onChangeRoles}>
        {t('users.changeRoles')}
      </Button>
      {changeAgent}
      <Button size="small" onClick={props.onShowSessions}>
        {t('users.sessions')}
      </Button>
      <Popconfirm title={t('users.resetSure', { username })} onConfirm={props.onReset}>
        <Button size="small">{t('users.reset')}</Button>
      </Popconfirm>
      {!isOwn && (
        <Popconfirm title={t('users.disableSure', { username })} onConfirm={props.onDisable}>
          <Button size="small" danger>
            {t('users.disable')}
          </Button>
        </Popconfirm>
      )}
    </Space>
  );
}
