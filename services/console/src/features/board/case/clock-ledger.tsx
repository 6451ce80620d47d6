import { Button, Flex, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import { BothZones } from '../../../shared/both-zones.js';
import { formatSpan } from '../../../shared/span.js';
import { inWholeSeconds } from '../../../shared/whole-seconds.js';
import { Instant } from '../../../shared/instant.js';
import { screenSentence } from '../../../shared/screen-sentence.js';
import { ZonedInstant } from '../../../shared/zoned-instant.js';
import { zoneName } from '../../../shared/zoned-text.js';
import type { ExplainedClock } from '../board-types.js';
import { useCalendarName } from '../use-calendar-name.js';
import { useClockName } from '../use-clock-name.js';

/** A clock with the sentence that says why it is due then, and below it every part that counted or did not. */
export function ClockLedger(props: { caseId: string; clock: ExplainedClock; isOpen: boolean }) {
  const { caseId, clock, isOpen } = props;
  const { t, i18n } = useTranslation('board');
  const [isShown, setIsShown] = useState(isOpen);
  const { dueAt, explanation } = clock;
  const { calendar } = explanation;
  const zone = explanation.timeZone;
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const name = useClockName()(clock);
  const calendarName = useCalendarName()(calendar);
  return (
    <section className="board-card" aria-label={name}>
      <Flex justify="space-between" gap="small" wrap>
        <Typography.Text strong>{name}</Typography.Text>
        <span>
          <Instant at={dueAt} /> <Countdown clock={clock} />
        </span>
      </Flex>
      <p>{screenSentence(explanation.sentence[language], { calendar, name: calendarName })}</p>
      <BothZones at={dueAt} zone={zone} />
      <Flex justify="space-between" align="center" gap="small" wrap>
        <Typography.Text type="secondary">
          {t('case.rule', {
            rule: explanation.rule,
            calendar: calendarName,
            zone: zoneName(zone, language, dueAt),
          })}
        </Typography.Text>
        <Flex gap="small" align="center" wrap>
          <Link to={`/cases/${caseId}/print?for=staff&clock=${clock.clockId}`} target="_blank">
            {t('case.printLedger')}
          </Link>
          <Button size="small" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? t('case.hideLedger') : t('case.showLedger')}
          </Button>
        </Flex>
      </Flex>
      {isShown && (
        <Table
          size="small"
          aria-label={t('case.ledger', { clock: name })}
          rowKey={({ from, to, type }) => `${from} ${to} ${type}`}
          pagination={false}
          scroll={{ x: 620, y: 320 }}
          dataSource={inWholeSeconds(explanation.segments)}
          columns={[
            {
              title: t('case.span'),
              width: 180,
              render: (_, { from, to }) => (
                <>
                  <ZonedInstant at={from} zone={zone} /> – <ZonedInstant at={to} zone={zone} />
                </>
              ),
            },
            {
              title: t('case.what'),
              render: (_, { text }) =>
                screenSentence(text[language], { calendar, name: calendarName }),
            },
            {
              title: t('case.counted'),
              width: 100,
              align: 'end',
              render: (_, { countedMs }) => <span className="steady">{formatSpan(countedMs)}</span>,
            },
            {
              title: t('case.total'),
              width: 100,
              align: 'end',
              render: (_, { totalMs }) => <span className="steady">{formatSpan(totalMs)}</span>,
            },
          ]}
        />
      )}
    </section>
  );
}
