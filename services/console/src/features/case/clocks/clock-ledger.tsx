import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { BothZones } from '../../../shared/both-zones.js';
import { ZonedInstant } from '../../../shared/zoned-instant.js';
import { zoneName } from '../../../shared/zoned-text.js';
import { formatSpan } from '../../../shared/span.js';
import { screenSentence } from '../../../shared/screen-sentence.js';
import { useWords } from '../words.js';
import type { ExplainedClock } from '../case-queries.js';
import { useLedgerRows } from './use-ledger-rows.js';
import type { LedgerRow } from './use-ledger-rows.js';
import { useRuleName } from './use-rule-name.js';
import { UsedText } from './used-text.js';
import { inWholeSeconds } from '../../../shared/whole-seconds.js';

/** Why a clock is due when it is: its rule, its calendar, and each stretch of time that counted or did not. */
export function ClockLedger({
  clock,
  readAt,
  isPassedOver,
}: {
  clock: ExplainedClock;
  /** The time of the server when it was read. */
  readAt: number | undefined;
  isPassedOver: boolean;
}) {
  const { t, i18n } = useTranslation('casePage');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { sentence, rule, policyVersion, calendar, timeZone } = clock.explanation;
  const words = useWords();
  const ruleName = useRuleName();
  const rows = useLedgerRows()(clock, readAt);
  const [id = calendar, number = ''] = calendar.split('@');
  const name = t('clocks.calendar', { name: words.code(id, 'calendar'), version: number });
  const onScreen = (text: string) => screenSentence(text, { calendar, name });
  return (
    <>
      <Typography.Paragraph>{onScreen(sentence[language])}</Typography.Paragraph>
      {isPassedOver && (
        <Typography.Paragraph type="warning">{t('clocks.passedOverMeans')}</Typography.Paragraph>
      )}
      <BothZones at={clock.dueAt} zone={timeZone} />
      <Typography.Paragraph
        type="secondary"
        title={t('clocks.versions', { version: policyVersion, calendar: name })}
      >
        {t('clocks.by', {
          rule: ruleName(rule),
          calendar: name,
          zone: zoneName(timeZone, language, clock.dueAt),
        })}
      </Typography.Paragraph>
      <Typography.Paragraph type="secondary">
        <UsedText clock={clock} rows={rows} />
      </Typography.Paragraph>
      <Table<LedgerRow>
        size="small"
        pagination={false}
        className="case-ledger"
        rowKey={({ from, to, type }) => `${from} ${to} ${type}`}
        dataSource={inWholeSeconds(rows)}
        columns={[
          {
            title: t('clocks.span'),
            render: (_value, { from, to }) => (
              <>
                <ZonedInstant at={from} zone={timeZone} /> –{' '}
                <ZonedInstant at={to} zone={timeZone} />
              </>
            ),
          },
          { title: t('clocks.what'), render: (_value, { text }) => onScreen(text) },
          {
            title: t('clocks.counted'),
            align: 'end',
            render: (_value, { countedMs }) => (
              <span className="steady">{formatSpan(countedMs)}</span>
            ),
          },
          {
            title: t('clocks.total'),
            align: 'end',
            render: (_value, { totalMs }) => <span className="steady">{formatSpan(totalMs)}</span>,
          },
        ]}
      />
    </>
  );
}
