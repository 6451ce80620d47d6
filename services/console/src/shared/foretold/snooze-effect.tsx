import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useServerTime } from '../server-time.js';
import { useForetoldClock } from './use-foretold-clock.js';
import { dueBefore } from './what-ends.js';
import type { ForetoldClock } from './what-ends.js';

interface SnoozedCase {
  number: string;
  clocks: readonly ForetoldClock[];
}

/** What waits while reminders are snoozed, what is told all the same, and what falls due before their end. */
export function SnoozeEffect(props: {
  /** Until when, in epoch milliseconds, as far as it is chosen. */
  until: number | undefined;
  /** Absent of more cases than are looked at one by one. */
  cases?: readonly SnoozedCase[];
}) {
  const { t } = useTranslation('foretold');
  return (
    <>
      <p>{t('snooze.waits')}</p>
      <p>{t('snooze.goesOn')}</p>
      <p>{t('snooze.critical')}</p>
      {props.cases === undefined ? (
        <p>{t('snooze.tooMany')}</p>
      ) : (
        props.until !== undefined && <DueBefore until={props.until} cases={props.cases} />
      )}
    </>
  );
}

function DueBefore({ until, cases }: { until: number; cases: readonly SnoozedCase[] }) {
  const { t } = useTranslation('foretold');
  const nameOf = useForetoldClock();
  const now = useServerTime();
  if (now === undefined) return null;
  const due = cases.flatMap(({ number, clocks }) =>
    dueBefore(clocks, now, until).map((clock) => ({ number, clock })),
  );
  if (due.length === 0) return <p role="status">{t('snooze.dueNone')}</p>;
  return (
    <ul className="foretold" role="status">
      {due.map(({ number, clock }) => (
        <li key={`${number} ${clock.clockId}`}>
          {t(cases.length > 1 ? 'snooze.dueOf' : 'snooze.due', {
            ...{ number, clock: nameOf(clock) },
            at: dayjs(clock.dueAt).format('MM-DD HH:mm'),
          })}
        </li>
      ))}
    </ul>
  );
}
