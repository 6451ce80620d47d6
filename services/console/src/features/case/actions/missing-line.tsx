import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { missingName } from './changed-notice.js';

/** What the stage still asks for, beside the button that ends it. */
export function MissingLine({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  // While another unit is asked to take it, nobody ends a stage.
  if (of.missing.length === 0 || of.status === 'merged' || of.transferTo) return null;
  return (
    <Flex gap="small" align="center" wrap>
      <Typography.Text strong>{t('evidence.missing')}</Typography.Text>
      {of.missing.map((name) => (
        <Tag key={name} color="warning">
          {missingName(name, words)}
        </Tag>
      ))}
    </Flex>
  );
}
