import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { ageOf } from './age-of.js';
import { useProgress } from './use-progress.js';
import type { Progress } from './use-progress.js';

/** The clock that deadlines are measured by; what is armed by it, what is overdue, and how late timers fired. */
export function Timers() {
  const { t } = useTranslation('admin');
  const time = useQuery({
    queryKey: ['timers'],
    queryFn: () => bodyOf(api.GET('/api/v1/time')),
    refetchInterval: 5_000,
  });
  const progress = useProgress();
  return (
    <Flex vertical gap="small">
      <Loaded asked={time}>
        {({ now, factor }) => (
          <>
            <span>
              {t('health.serverTime')} <Instant at={now} />
            </span>
            {factor !== 1 && <span>{t('health.fast', { factor })}</span>}
          </>
        )}
      </Loaded>
      <Loaded asked={progress}>
        {({ timers }) =>
          timers.length === 0 ? (
            <span>{t('health.noTimers')}</span>
          ) : (
            timers.map((one) => <Armed key={one.service} {...one} />)
          )
        }
      </Loaded>
    </Flex>
  );
}

function Armed(props: Progress['timers'][number]) {
  const { t } = useTranslation('admin');
  const { engine, armed, nextDueAt, overdue, overdueSeconds, fired, late } = props;
  const { unit, count } = ageOf(overdueSeconds ?? 0);
  return (
    <>
      <span>{t('health.armed', { count: armed })}</span>
      {nextDueAt && (
        <span>
          {t('health.nextDue')} <Instant at={nextDueAt} />
        </span>
      )}
      {overdue === 0 ? (
        <span>{t('health.noneOverdue')}</span>
      ) : (
        <span className="late">
          {t('health.overdue', { count: overdue, age: t(`health.ages.${unit}`, { count }) })}
        </span>
      )}
      <span>{t('health.lateness', { count: fired, late })}</span>
      <span>{t(`health.timerEngines.${engine}`)}</span>
    </>
  );
}
