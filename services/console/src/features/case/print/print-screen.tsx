import { Button, Checkbox, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { useCase, useClocks, useComplaint, useCustomer, useTimeline } from '../case-queries.js';
import type { CaseView, TimelineEntry } from '../case-queries.js';
import { kindOf, saidIn, whoOf } from '../timeline/entry-facts.js';
import { useSentence } from '../timeline/use-sentence.js';
import { useWords } from '../words.js';
import { PrintedClocks } from './printed-clocks.js';
import '../case.css';

/** The case on paper or as PDF, in the order in which it happened; without what staff tell each other unless asked. */
export function Screen() {
  const { id = '' } = useParams();
  const asked = useCase(id);
  return <Loaded asked={asked}>{(of) => <PrintedCase of={of} />}</Loaded>;
}

function PrintedCase({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const [address, setAddress] = useSearchParams();
  const withNotes = address.get('notes') === 'yes';
  const timeline = useTimeline(of.id, of.version);
  const clocks = useClocks(of.id);
  const { data: complaint } = useComplaint(of.id);
  const { data: customer, isHidden } = useCustomer(of.customer.id);
  const facts = [
    [t('facts.customer'), customer?.name ?? t(isHidden ? 'facts.hidden' : 'facts.anonymous')],
    [t('facts.received'), words.value('receivedAt', of.receivedAt)],
    [t('facts.category'), words.category(of.category)],
    [t('facts.status'), words.code(of.status)],
    [t('facts.stage'), words.code(of.stage)],
    [t('facts.unit'), words.unit(of.unit)],
    [t('facts.owner'), of.owner ?? t('value.noOwner')],
  ] as const;
  return (
    <article className="case-print">
      <Flex justify="space-between" align="center" className="case-print-bar">
        <Checkbox
          checked={withNotes}
          onChange={({ target }) =>
            setAddress(target.checked ? { notes: 'yes' } : {}, { replace: true })
          }
        >
          {t('print.withNotes')}
        </Checkbox>
        <Button type="primary" onClick={() => print()}>
          {t('print.now')}
        </Button>
      </Flex>
      <h1>{t('page.title', { number: of.number })}</h1>
      <table>
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {complaint && (
        <>
          <h2>{t('print.statement')}</h2>
          <p className="case-statement">{complaint.statement}</p>
          {complaint.remedySought && <p>{t('facts.sought', { remedy: complaint.remedySought })}</p>}
        </>
      )}
      <h2>{t('timeline.title')}</h2>
      <Loaded asked={timeline}>
        {({ items }) => (
          <ol className="case-timeline">
            {items
              .filter(({ type }) => withNotes || kindOf(type) !== 'note')
              .map((entry) => (
                <PrintedEntry key={entry.id} entry={entry} withNotes={withNotes} />
              ))}
          </ol>
        )}
      </Loaded>
      <h2>{t('clocks.title')}</h2>
      <Loaded asked={clocks}>
        {(read) => <PrintedClocks clocks={typeof read === 'object' ? read.clocks : []} />}
      </Loaded>
      <p>{t(withNotes ? 'print.hasNotes' : 'print.hasNoNotes')}</p>
    </article>
  );
}

function PrintedEntry({ entry, withNotes }: { entry: TimelineEntry; withNotes: boolean }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const sentenceOf = useSentence();
  // Remarks that staff add to commands are for staff, as notes are.
  const said = saidIn(entry).filter(([name]) => withNotes || name !== 'note');
  return (
    <li className="case-entry">
      <Instant at={entry.occurredAt} /> <strong>{sentenceOf(entry).text}</strong>{' '}
      {whoOf(entry) ?? t('timeline.bySystem')}
      {said.map(([name, text]) => (
        <p key={name} className="case-entry-text">
          {name !== 'text' && t('timeline.labelled', { label: words.field(name) })}
          {text ?? t('timeline.erased')}
        </p>
      ))}
    </li>
  );
}
