import { useTranslation } from 'react-i18next';
import { ZonedInstant } from '../../../shared/zoned-instant.js';
import type { TimelineEntry } from '../case-queries.js';
import { factsOf, kindOf, saidIn, whoOf } from '../timeline/entry-facts.js';
import { useSentence } from '../timeline/use-sentence.js';
import { useWords } from '../words.js';
import { customerEntries } from './customer-copy.js';

interface Props {
  entries: readonly TimelineEntry[];
  zone: string;
}

/** Everything that happened, as staff read it; without notes it is what others may read of it. */
export function StaffHistory({ entries, zone, hasNotes }: Props & { hasNotes: boolean }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const sentenceOf = useSentence(zone);
  const told = (entry: TimelineEntry) => {
    const who = whoOf(entry);
    return who === null ? t('timeline.bySystem') : words.person(who, entry.actor);
  };
  const printed = (entry: TimelineEntry) => {
    const { text: sentence, template } = sentenceOf(entry);
    const facts = factsOf(entry, template);
    return (
      <li key={entry.id} className="case-entry">
        <ZonedInstant at={entry.occurredAt} zone={zone} /> <strong>{sentence}</strong> {told(entry)}
        {(hasNotes ? saidIn(entry) : withoutNotes(saidIn(entry))).map(([name, text]) => (
          <p key={name} className="case-entry-text">
            {name !== 'text' && t('timeline.labelled', { label: words.field(name) })}
            {text ?? t('timeline.erased')}
          </p>
        ))}
        {facts.length > 0 && (
          <p className="case-print-facts">
            {facts.map(({ name, value }) => (
              <span key={name}>
                {t('timeline.labelled', { label: words.field(name) })}
                {words.value(name, value)}
              </span>
            ))}
          </p>
        )}
      </li>
    );
  };
  const shown = hasNotes ? entries : entries.filter(({ type }) => kindOf(type) !== 'note');
  return <ol className="case-timeline">{shown.map(printed)}</ol>;
}

/** Remarks for colleagues stand beside other words as well: of a pause, a callback, a transfer. */
const withoutNotes = (said: ReturnType<typeof saidIn>) => said.filter(([name]) => name !== 'note');

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
