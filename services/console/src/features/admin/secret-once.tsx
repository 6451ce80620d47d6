import { Alert, Flex, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

export interface Secret {
  /** Whose it is. */
  owner: string;
  kind: 'password' | 'key' | 'secret';
  value: string;
}

/** What the server shows this once. It is kept nowhere: closing the window forgets it. */
export function SecretOnce({ secret, onClose }: { secret?: Secret; onClose: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <Modal
      open={secret !== undefined}
      title={secret && t(`secret.${secret.kind}`, { owner: secret.owner })}
      okText={t('secret.kept')}
      onOk={onClose}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      cancelButtonProps={{ hidden: true }}
      destroyOnHidden
    >
      <Flex vertical gap="middle">
        <Alert type="warning" showIcon title={t('secret.once')} />
        <Typography.Text code copyable style={{ fontSize: 16 }} className="wrapped">
          {secret?.value}
        </Typography.Text>
      </Flex>
    </Modal>
  );
}
