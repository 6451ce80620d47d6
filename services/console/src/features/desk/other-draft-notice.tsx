import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../shared/instant.js';
import type { IntakeForm } from './use-intake.js';

/**
 * Another device has taken down something else, ended this draft or filed it: nothing is replaced, brought back or
 * filed twice before its writer says what stays.
 */
export function OtherDraftNotice({ form }: { form: IntakeForm }) {
  const { t } = useTranslation('desk');
  const { other, takeOther, replaceOther } = form;
  if (!other) return null;
  const { kept, isFiled } = other;
  const happened = isFiled ? 'filed' : kept.draft ? 'other' : 'gone';
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t(`otherDraft.${happened}.title`)}
      description={
        <>
          {t(`otherDraft.${happened}.text`)}{' '}
          {happened === 'other' && kept.draft && <Instant at={kept.draft.savedAt} />}
        </>
      }
      action={
        <Flex vertical gap="small">
          <Button onClick={takeOther}>{t(`otherDraft.${happened}.take`)}</Button>
          <Button onClick={replaceOther}>{t(`otherDraft.${happened}.replace`)}</Button>
        </Flex>
      }
    />
  );
}
