import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTouched } from './intake.js';
import type { IntakeForm } from './use-intake.js';

/** What stands in the form as the desk is opened, before anything was typed here: it may be of another call. */
export function EarlierDraft({ form }: { form: IntakeForm }) {
  const { t } = useTranslation('desk');
  const [earlier, setEarlier] = useState(() => (isTouched(form.intake) ? form.key : undefined));
  if (earlier !== form.key || !isTouched(form.intake)) return null;
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('earlierDraft.title')}
      action={
        <Flex gap="small">
          <Button size="small" onClick={() => form.clear()}>
            {t('earlierDraft.drop')}
          </Button>
          <Button size="small" type="link" onClick={() => setEarlier(undefined)}>
            {t('earlierDraft.keep')}
          </Button>
        </Flex>
      }
    />
  );
}
