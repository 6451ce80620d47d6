import { Button, Flex, Popconfirm } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Keeping } from '../../shared/draft-keeper.js';
import { KeepingState } from '../../shared/keeping-state.js';

/** What ends a complaint, and how it stands. It is drawn anew when that changes, not with every character. */
export const FilingBar = memo(function FilingBar(props: {
  /** All stages of the work end with it. */
  isWhole: boolean;
  isFiling: boolean;
  isTouched: boolean;
  keeping: Keeping;
  /** What is lacking, or what filing would end. */
  told: string | undefined;
  onFile: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('desk');
  const { isFiling, isTouched } = props;
  return (
    <>
      <div className="quiet desk-told" role="status">
        {props.told}
      </div>
      <Flex gap="small" align="center">
        <Button type="primary" onClick={props.onFile} loading={isFiling}>
          {props.isWhole ? t('intake.fileResolved') : t('intake.file')}
        </Button>
        <kbd className="desk-grow">{t('intake.fileKey')}</kbd>
        <KeepingState keeping={isTouched ? props.keeping : 'idle'} />
        <Popconfirm
          title={t('intake.clearSure')}
          okText={t('intake.clear')}
          onConfirm={props.onClear}
          disabled={!isTouched}
        >
          <Button disabled={!isTouched || isFiling}>{t('intake.clear')}</Button>
        </Popconfirm>
      </Flex>
    </>
  );
});
