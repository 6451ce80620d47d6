import { Alert, Button, Flex, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { isTouched } from './intake.js';
import type { IntakeForm } from './use-intake.js';

/** What stands in the form as the desk is opened, before anything was typed here: it may be of another call. */
export function EarlierDraft({ form }: { form: IntakeForm }) {
  const { t } = useTranslation('desk');
  if (!form.isEarlier || !isTouched(form.intake)) return null;
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('earlierDraft.title')}
      action={
        <Flex gap="small">
          <Popconfirm
            title={t('intake.clearSure')}
            okText={t('intake.clear')}
            onConfirm={() => form.clear()}
          >
            <Button size="small">{t('earlierDraft.drop')}</Button>
          </Popconfirm>
          <Button size="small" type="link" onClick={form.goOn}>
            {t('earlierDraft.keep')}
          </Button>
        </Flex>
      }
    />
  );
}
