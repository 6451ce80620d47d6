import { useTranslation } from 'react-i18next';
import { ZonedInstant } from '../../../shared/zoned-instant.js';
import { formatSpan } from '../../../shared/span.js';
import type { ExplainedClock } from '../case-queries.js';
import { useClockName } from '../clocks/clock-bars.js';
import { inWholeSeconds } from '../clocks/whole-seconds.js';
import { screenSentence } from '../../../shared/screen-sentence.js';
import { useWords } from '../words.js';

interface Props {
  clocks: readonly ExplainedClock[];
  /** That of the sheet. */
  zone: string;
}

/** Each clock with the whole of its ledger. */
export function PrintedClocks({ clocks, zone }: Props) {
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const nameOf = useClockName();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const sentenceOf = ({ sentence, calendar }: ExplainedClock['explanation']) => {
    const [id = calendar, version = ''] = calendar.split('@');
    const name = t('clocks.calendar', { name: words.code(id, 'calendar'), version });
    return screenSentence(sentence[language], { calendar, name });
  };
  return clocks.map((clock) => (
    <section key={clock.clockId}>
      <h3>{t('print.clock', { name: nameOf(clock), state: words.code(clock.state) })}</h3>
      <p>{sentenceOf(clock.explanation)}</p>
      {clock.explanation.timeZone !== zone && (
        <p>{t('clocks.zone', { zone: clock.explanation.timeZone })}</p>
      )}
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
          {inWholeSeconds(clock.explanation.segments).map(
            ({ type, from, to, text, countedMs, totalMs }) => (
              <tr key={`${from} ${to} ${type}`}>
                <td>
                  <ZonedInstant at={from} zone={clock.explanation.timeZone} />
                </td>
                <td>
                  <ZonedInstant at={to} zone={clock.explanation.timeZone} />
                </td>
                <td>{text[language]}</td>
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
