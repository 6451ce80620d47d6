import { useTranslation } from 'react-i18next';
import { ZonedInstant } from '../../../shared/zoned-instant.js';
import type { TimelineEntry } from '../case-queries.js';
import { saidIn, whoOf } from '../timeline/entry-facts.js';
import { useSentence } from '../timeline/use-sentence.js';
import { useWords } from '../words.js';
import { customerEntries } from './customer-copy.js';

interface Props {
  entries: readonly TimelineEntry[];
  zone: string;
}

/** Everything that happened, as staff read it. */
export function StaffHistory({ entries, zone }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const sentenceOf = useSentence(zone);
  const told = (entry: TimelineEntry) => {
    const who = whoOf(entry);
    return who === null ? t('timeline.bySystem') : words.person(who, entry.actor);
  };
  return (
    <ol className="case-timeline">
      {entries.map((entry) => (
        <li key={entry.id} className="case-entry">
          <ZonedInstant at={entry.occurredAt} zone={zone} />{' '}
          <strong>{sentenceOf(entry).text}</strong> {told(entry)}
          {saidIn(entry).map(([name, text]) => (
            <p key={name} className="case-entry-text">
              {name !== 'text' && t('timeline.labelled', { label: words.field(name) })}
              {text ?? t('timeline.erased')}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** What the customer had a part in, and nothing of what staff did or said among themselves. */
export function CustomerHistory({ entries, zone }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  return (
    <ol className="case-timeline">
      {customerEntries(entries).map(({ id, at, event, kind = '', channel = '', text }) => (
        <li key={id} className="case-entry">
          <ZonedInstant at={at} zone={zone} />{' '}
          <strong>
            {t(`print.happened.${event}`, { kind: words.code(kind), channel: words.code(channel) })}
          </strong>
          {text !== undefined && <p className="case-entry-text">{text ?? t('timeline.erased')}</p>}
        </li>
      ))}
    </ol>
  );
}
