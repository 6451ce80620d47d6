import { Descriptions, Flex, Tag, Typography } from 'antd';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import type { TimelineEntry } from '../case-queries.js';
import type { Words } from '../words.js';
import { factsOf, isBelated, saidIn, toneOf, whoOf } from './entry-facts.js';
import { useSentence } from './use-sentence.js';

/** Long enough to have read a line, with the page in front. */
const lookMs = 1_200;

interface Props {
  entry: TimelineEntry;
  words: Words;
  isNew: boolean;
  /** New, and still to be read. */
  isUnread: boolean;
  onSeen?: ((sequence: number) => void) | undefined;
}

/** One thing that happened: what, who, when, and what was said. */
export function TimelineItem({ entry, words, isNew, isUnread, onSeen }: Props) {
  const { t } = useTranslation('casePage');
  const sentenceOf = useSentence();
  const item = useRef<HTMLLIElement>(null);
  const seen = useEffectEvent(() => onSeen?.(entry.sequence));
  const isWatched = onSeen !== undefined;
  useEffect(() => {
    if (!isWatched || !item.current) return;
    let timer: number | undefined;
    const observer = new IntersectionObserver(
      ([shown]) => {
        clearInterval(timer);
        if (!shown?.isIntersecting) return;
        // A page in the background is looked at by nobody: it is tried again.
        timer = window.setInterval(() => {
          if (document.visibilityState === 'visible') seen();
        }, lookMs);
      },
      { threshold: 0.5 },
    );
    observer.observe(item.current);
    return () => {
      clearInterval(timer);
      observer.disconnect();
    };
  }, [isWatched]);

  const { text: sentence, template } = sentenceOf(entry);
  const facts = factsOf(entry, template);
  const said = saidIn(entry);
  const who = whoOf(entry);
  return (
    <li ref={item} className={`case-entry case-entry-${toneOf(entry)}`}>
      <Flex gap="small" align="baseline" wrap>
        <Typography.Text strong>{sentence}</Typography.Text>
        {isUnread && <Tag color="processing">{t('timeline.unread')}</Tag>}
        {isNew && !isUnread && <Tag>{t('timeline.new')}</Tag>}
        {isBelated(entry) && <Tag>{t('timeline.belated')}</Tag>}
        <span className="case-entry-when">
          <Typography.Text type="secondary">
            {who === null ? t('timeline.bySystem') : words.person(who, entry.actor)}
          </Typography.Text>
          <Instant at={entry.occurredAt} />
        </span>
      </Flex>
      {said.map(([field, text]) => (
        <Typography.Paragraph key={field} className="case-entry-text">
          {field !== 'text' && field !== 'note' && (
            <Typography.Text type="secondary">
              {t('timeline.labelled', { label: words.field(field) })}
            </Typography.Text>
          )}
          {text ?? <Typography.Text type="secondary">{t('timeline.erased')}</Typography.Text>}
        </Typography.Paragraph>
      ))}
      {facts.length > 0 && (
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2, xl: 3 }}
          items={facts.map(({ name: field, value }) => ({
            key: field,
            label: words.field(field),
            children: words.value(field, value),
          }))}
        />
      )}
    </li>
  );
}
