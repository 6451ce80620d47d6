import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Unreachable } from '../../../api/problem.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { latenessOf } from './lateness-of.js';

async function readTimers() {
  const [time, metrics] = await Promise.all([
    bodyOf(api.GET('/api/v1/time')),
    fetch('/metrics').catch(() => {
      throw new Unreachable('the server does not answer');
    }),
  ]);
  return { time, lateness: metrics.ok ? latenessOf(await metrics.text()) : undefined };
}

/** The clock that deadlines are measured by, and how late they fired. */
export function Timers() {
  const { t } = useTranslation('admin');
  const timers = useQuery({ queryKey: ['timers'], queryFn: readTimers, refetchInterval: 5_000 });
  return (
    <Loaded asked={timers}>
      {({ time, lateness }) => (
        <Flex vertical gap="small">
          <span>
            {t('health.serverTime')} <Instant at={time.now} />
          </span>
          {time.factor !== 1 && <span>{t('health.fast', { factor: time.factor })}</span>}
          {lateness === undefined ? (
            <span>{t('health.noTimers')}</span>
          ) : (
            <span>
              {t('health.lateness', {
                count: lateness.fired,
                late: lateness.late,
              })}
            </span>
          )}
        </Flex>
      )}
    </Loaded>
  );
}
