import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Empty, Flex, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../case-queries.js';
import { useWords } from '../words.js';
import { entryKinds, kindOf } from './entry-facts.js';
import type { EntryKind } from './entry-facts.js';
import { TimelineItem } from './timeline-entry.js';
import type { Reading } from './use-seen.js';

interface Props {
  entries: readonly TimelineEntry[];
  reading: Reading;
}

/** Everything that happened to the case, the newest first unless somebody wants to read it as a story. */
export function Timeline({ entries, reading }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const [kind, setKind] = useState<EntryKind | 'all'>('all');
  const [isOldestFirst, setOldestFirst] = useState(false);
  const shown = entries.filter(({ type }) => kind === 'all' || kindOf(type) === kind);
  const ordered = isOldestFirst ? shown : shown.toReversed();
  const unread = new Set(reading.unread.map(({ id }) => id));
  return (
    <section aria-label={t('timeline.title')}>
      <Flex gap="small" wrap align="center" justify="space-between">
        <Segmented<EntryKind | 'all'>
          aria-label={t('timeline.filter')}
          value={kind}
          onChange={setKind}
          options={(['all', ...entryKinds] as const).map((value) => ({
            value,
            label: t(`timeline.kinds.${value}`),
          }))}
        />
        {/* It says how it is; what a press does stands beside it. */}
        <Tooltip title={isOldestFirst ? t('timeline.toNewestFirst') : t('timeline.toOldestFirst')}>
          <Button
            type="text"
            icon={isOldestFirst ? <ArrowDownOutlined /> : <ArrowUpOutlined />}
            onClick={() => setOldestFirst(!isOldestFirst)}
          >
            {isOldestFirst ? t('timeline.oldestFirst') : t('timeline.newestFirst')}
          </Button>
        </Tooltip>
      </Flex>
      {ordered.length === 0 ? (
        <Empty description={t('timeline.none')} />
      ) : (
        <ol className="case-timeline" aria-label={t('timeline.title')}>
          {ordered.map((entry) => (
            <TimelineItem
              key={entry.id}
              entry={entry}
              words={words}
              isNew={reading.isNew(entry)}
              isUnread={unread.has(entry.id)}
              onSeen={unread.has(entry.id) ? (one) => reading.see([one]) : undefined}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
