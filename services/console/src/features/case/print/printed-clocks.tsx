import { useTranslation } from 'react-i18next';
import { ZonedInstant } from '../../../shared/zoned-instant.js';
import { zoneName } from '../../../shared/zoned-text.js';
import { formatSpan } from '../../../shared/span.js';
import type { CaseView, ExplainedClock } from '../case-queries.js';
import { useClockName } from '../clocks/clock-bars.js';
import { useLedgerRows } from '../clocks/use-ledger-rows.js';
import { useRuleName } from '../clocks/use-rule-name.js';
import { UsedText } from '../clocks/used-text.js';
import { isPassedOver } from '../../../shared/passed-over.js';
import { inWholeSeconds } from '../../../shared/whole-seconds.js';
import { screenSentence } from '../../../shared/screen-sentence.js';
import { useWords } from '../words.js';

/** Each clock with the whole of its ledger. */
export function PrintedClocks({
  clocks,
  overrides,
  readAt,
}: {
  clocks: readonly ExplainedClock[];
  overrides: CaseView['overrides'];
  /** The time of the server when they were read. */
  readAt: number | undefined;
}) {
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const nameOf = useClockName();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const ruleName = useRuleName();
  const rowsOf = useLedgerRows();
  const nameOfCalendar = (calendar: string) => {
    const [id = calendar, version = ''] = calendar.split('@');
    return t('clocks.calendar', { name: words.code(id, 'calendar'), version });
  };
  const onPaper = (text: string, calendar: string) =>
    screenSentence(text, { calendar, name: nameOfCalendar(calendar) });
  return clocks.map((clock) => (
    <section key={clock.clockId}>
      <h3>{t('print.clock', { name: nameOf(clock), state: words.code(clock.state) })}</h3>
      <p>{onPaper(clock.explanation.sentence[language], clock.explanation.calendar)}</p>
      {isPassedOver(clock, overrides) && <p>{t('clocks.passedOverMeans')}</p>}
      <p>
        {t('clocks.by', {
          rule: ruleName(clock.explanation.rule),
          calendar: nameOfCalendar(clock.explanation.calendar),
          zone: zoneName(clock.explanation.timeZone, language, clock.dueAt),
        })}
      </p>
      <p>
        <UsedText clock={clock} rows={rowsOf(clock, readAt)} />
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('clocks.from')}</th>
            <th scope="col">{t('clocks.to')}</th>
            <th scope="col">{t('clocks.what')}</th>
            <th scope="col">{t('clocks.counted')}</th>
            <th scope="col">{t('clocks.total')}</th>
          </tr>
        </thead>
        <tbody>
          {inWholeSeconds(rowsOf(clock, readAt)).map(
            ({ type, from, to, text, countedMs, totalMs }) => (
              <tr key={`${from} ${to} ${type}`}>
                <td>
                  <ZonedInstant at={from} zone={clock.explanation.timeZone} />
                </td>
                <td>
                  <ZonedInstant at={to} zone={clock.explanation.timeZone} />
                </td>
                <td>{onPaper(text, clock.explanation.calendar)}</td>
                <td className="steady">{formatSpan(countedMs)}</td>
                <td className="steady">{formatSpan(totalMs)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  ));
}
