import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../shared/instant.js';
import type { IntakeForm } from './use-intake.js';

/** Two devices have taken down two things: neither replaces the other before their writer says which one stays. */
export function OtherDraftNotice({ form }: { form: IntakeForm }) {
  const { t } = useTranslation('desk');
  const { otherSavedAt, takeOther, replaceOther } = form;
  if (otherSavedAt === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('otherDraft.title')}
      description={
        <>
          {t('otherDraft.text')} <Instant at={otherSavedAt} />
        </>
      }
      action={
        <Flex vertical gap="small">
          <Button onClick={takeOther}>{t('otherDraft.take')}</Button>
          <Button onClick={replaceOther}>{t('otherDraft.replace')}</Button>
        </Flex>
      }
    />
  );
}
