import { MinusCircleOutlined } from '@ant-design/icons';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../shared/panel.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';

const path = [
  'control',
  'listen',
  'establish',
  'apologise',
  'resolve',
  'callback',
  'survey',
] as const;

/** How far the case is on its way. */
export function EvidenceCard({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const at = of.stage === 'closed' ? path.length : path.findIndex((stage) => stage === of.stage);
  const waived = of.overrides ?? [];
  // What was merged or withdrawn left its way before the end: no stage of it is done.
  if (of.status === 'merged' || of.status === 'withdrawn') return null;
  return (
    <Panel title={t('evidence.title')}>
      <Steps
        size="small"
        orientation="vertical"
        current={at}
        items={path.map((stage) => ({
          title: words.code(stage),
          ...(waived.some((one) => one.stage === stage) && {
            content: t('evidence.waived'),
            // Nobody completed it: no tick.
            icon: <MinusCircleOutlined />,
          }),
        }))}
      />
    </Panel>
  );
}
