import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { NumberLink } from '../../../shared/number-link.js';
import { Panel } from '../../../shared/panel.js';
import type { Asked } from '../actions/command-drawer.js';
import { useRepeats } from '../case-queries.js';
import type { CaseView, LikelyRepeat } from '../case-queries.js';
import { PartActions } from './part-actions.js';

interface Props {
  of: CaseView;
  onAsk: (asked: Asked) => void;
}

/** Earlier complaints that this one likely repeats: each is linked, or ruled out with a reason. */
export function RepeatsCard({ of, onAsk }: Props) {
  const { t } = useTranslation('casePage');
  const { data } = useRepeats(of);
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('repeats.title')}>
      <ul className="case-list">
        {data.items.map((item) => (
          <RepeatItem key={item.complaintId} of={of} item={item} onAsk={onAsk} />
        ))}
      </ul>
    </Panel>
  );
}

function RepeatItem({ of, item, onAsk }: Props & { item: LikelyRepeat }) {
  const { t } = useTranslation('casePage');
  const preset = { earlier: item.number };
  const isOpen = item.answer === 'open';
  return (
    <li>
      <Flex gap="small" align="center" wrap>
        <NumberLink of={item} />
        <Instant at={item.receivedAt} />
        <Tag color={isOpen && item.isRequired ? 'warning' : undefined}>
          {isOpen && item.isRequired ? t('repeats.required') : t(`repeats.answer.${item.answer}`)}
        </Tag>
        {item.similarity !== null && (
          <Typography.Text type="secondary">
            {t('repeats.share', { percent: Math.round(item.similarity * 100) })}
          </Typography.Text>
        )}
      </Flex>
      {item.isHidden && <p>{t('repeats.elsewhere')}</p>}
      {item.terms.length > 0 && (
        <p>{t('repeats.terms', { terms: item.terms.join(t('list.comma')) })}</p>
      )}
      {isOpen && (
        <PartActions
          of={of}
          onAsk={onAsk}
          offers={[
            { command: 'link-repeat', preset },
            { command: 'rule-out-repeat', preset },
          ]}
        />
      )}
    </li>
  );
}
