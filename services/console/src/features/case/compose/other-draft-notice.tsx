import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';

/** Another device has kept something else, or sent or ended this draft: its writer says what stays. */
export function OtherDraftNotice(props: {
  /** Null where none is kept any more. */
  kept: { savedAt: string } | null;
  onTake: () => void;
  onKeep: () => void;
}) {
  const { t } = useTranslation('casePage');
  const { kept, onTake, onKeep } = props;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={
        <>
          {t(kept ? 'otherDraft.other' : 'otherDraft.gone')} {kept && <Instant at={kept.savedAt} />}
        </>
      }
      description={t('otherDraft.text')}
      action={
        <Flex vertical gap="small">
          <Button onClick={onTake}>{t(kept ? 'otherDraft.take' : 'otherDraft.empty')}</Button>
          <Button onClick={onKeep}>{t('otherDraft.keep')}</Button>
        </Flex>
      }
    />
  );
}
