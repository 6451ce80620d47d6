import { Button, Checkbox, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useSession } from '../../../session/session.js';
import { useServerTime } from '../../../shared/server-time.js';
import { Loaded } from '../../../shared/loaded.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { Waiting } from '../../../shared/waiting.js';
import { zonedText, zoneName } from '../../../shared/zoned-text.js';
import { useClocks, useComplaint, useCustomer, useTimeline } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useTimeOf } from '../clocks/use-ledger-rows.js';
import { withPassedStages } from '../timeline/passed-stages.js';
import { withRecipients, withWholeMessages } from '../timeline/whole-messages.js';
import { ShownCase } from '../shown-case.js';
import { useWords } from '../words.js';
import { byTime, printZone } from './print-zone.js';
import { PrintedClocks } from './printed-clocks.js';
import { CustomerHistory, StaffHistory } from './printed-history.js';
import '../case.css';

/** The case on paper or as PDF, in the order in which it happened: for the customer unless staff's is asked for. */
export function Screen() {
  const { id = '' } = useParams();
  return <ShownCase id={id}>{(of) => <PrintedCase of={of} />}</ShownCase>;
}

function PrintedCase({ of }: { of: CaseView }) {
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const [address, setAddress] = useSearchParams();
  const isForStaff = address.get('for') === 'staff';
  const hasNotes = address.get('notes') !== 'none';
  const { agentId, username } = useSession();
  const now = useServerTime();
  const only = address.get('clock');
  const asked = useClocks(of.id);
  const clocks = typeof asked.data === 'object' ? asked.data.clocks : [];
  const readAt = useTimeOf(asked.data && asked.dataUpdatedAt);
  const zone = printZone(clocks);
  const timeline = useTimeline(of.id, of.version);
  const { data: complaint, error, isPending } = useComplaint(of.id);
  const { data: customer, isHidden, isSettled, error: unknown } = useCustomer(of.customer.id);
  // Nothing is printed before it is known: who is named is not anonymous because the answer is slow.
  if (isPending || !isSettled) return <Waiting />;
  const nameless = customer ? 'facts.anonymous' : 'value.none';
  const person = [
    [t('facts.customer'), customer?.name ?? t(isHidden ? 'facts.hidden' : nameless)],
    [t('facts.phone'), customer?.phone ?? t(isHidden ? 'facts.hidden' : 'value.none')],
  ] as const;
  // What the one who prints may not see is nothing to tell the customer.
  const isPersonTold = isForStaff || !isHidden;
  const facts = [
    ...(isPersonTold ? person : []),
    [t('facts.received'), zonedText(of.receivedAt, zone)],
    [t('facts.channel'), words.code(of.channel)],
    [t('facts.category'), words.category(of.category)],
    [t('facts.product'), complaint?.product ? words.product(complaint.product) : t('value.none')],
    [t('facts.unit'), words.unit(of.unit)],
    [t('facts.status'), words.code(of.status)],
    // By it a clock has its time, and with it the time moves.
    ...(isForStaff || only ? ([[words.field('priority'), words.code(of.priority)]] as const) : []),
  ] as const;
  const inner = [
    [t('facts.stage'), words.code(of.stage)],
    [t('facts.severity'), words.code(of.severity)],
    [t('facts.tier'), words.code(of.tier)],
    [t('facts.owner'), of.owner ? words.person(of.owner) : t('value.noOwner')],
  ] as const;
  return (
    <article className="case-print">
      <Flex justify="space-between" align="center" className="case-print-bar">
        <Checkbox
          checked={isForStaff}
          onChange={({ target }) =>
            setAddress(
              // Of a reckoning a customer may be given theirs.
              { ...(target.checked && { for: 'staff' }), ...(only && { clock: only }) },
              { replace: true },
            )
          }
        >
          {t(only ? 'print.clockForStaff' : 'print.forStaff')}
        </Checkbox>
        {isForStaff && !only && (
          <Checkbox
            checked={!hasNotes}
            onChange={({ target }) =>
              setAddress(
                { for: 'staff', ...(target.checked && { notes: 'none' }) },
                { replace: true },
              )
            }
          >
            {t('print.withoutNotes')}
          </Checkbox>
        )}
        <Button type="primary" onClick={() => print()}>
          {t('print.now')}
        </Button>
      </Flex>
      <ScreenTitle title={t('page.title', { number: of.number })} />
      {error && <ProblemNotice error={error} />}
      {unknown && <ProblemNotice error={unknown} />}
      <p>
        {t('print.zone', { zone: zoneName(zone, i18n.language, of.receivedAt) })}{' '}
        {now !== undefined &&
          t('print.printed', {
            at: zonedText(new Date(now).toISOString(), zone).slice(0, 16),
          })}{' '}
        {isForStaff && t('print.printedBy', { who: words.person(agentId ?? username, username) })}
      </p>
      <table>
        <tbody>
          {[...facts, ...(isForStaff ? inner : [])].map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {complaint && !only && (
        <>
          <h2>{t('print.statement')}</h2>
          <p className="case-statement">{complaint.statement}</p>
          {complaint.remedySought && <p>{t('facts.sought', { remedy: complaint.remedySought })}</p>}
        </>
      )}
      {!only && (
        <>
          <h2>{t('timeline.title')}</h2>
          <Loaded asked={timeline}>
            {({ items }) => {
              const entries = byTime(withPassedStages(withRecipients(withWholeMessages(items))));
              return isForStaff ? (
                <StaffHistory entries={entries} zone={zone} hasNotes={hasNotes} />
              ) : (
                <CustomerHistory entries={entries} zone={zone} />
              );
            }}
          </Loaded>
        </>
      )}
      {(isForStaff || only) && (
        <>
          <h2>{t('clocks.title')}</h2>
          <Loaded asked={asked}>
            {() => (
              <PrintedClocks
                overrides={of.overrides}
                readAt={readAt}
                clocks={clocks.filter(({ clockId }) => !only || clockId === only)}
              />
            )}
          </Loaded>
        </>
      )}
      <p>
        {t(`print.${isForStaff ? 'isForStaff' : only ? 'isOfClock' : 'isForCustomers'}`)}{' '}
        {isForStaff && !only && !hasNotes && t('print.notesLeftOut')}
      </p>
    </article>
  );
}
