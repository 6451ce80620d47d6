import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { ageOf } from './age-of.js';
import { Silent } from './silent.js';
import { useProgress } from './use-progress.js';
import type { Progress } from './use-progress.js';

type Consumer = Progress['consumers'][number];

/** How far behind what was written those are who read it, in words. */
export function Consumers() {
  const { t } = useTranslation('admin');
  const progress = useProgress();
  return (
    <Loaded asked={progress}>
      {({ consumers, silent }) => (
        <Flex vertical gap="small">
          {consumers.every(({ behind }) => behind === 0) && silent.length === 0 && (
            <strong>{t('health.allCaughtUp')}</strong>
          )}
          {consumers.map((consumer) => (
            <Standing key={`${consumer.service} ${consumer.work}`} {...consumer} />
          ))}
          <Silent services={silent} />
          {consumers[0] && <span>{t(`health.engines.${consumers[0].engine}`)}</span>}
        </Flex>
      )}
    </Loaded>
  );
}

function Standing({ service, work, behind, oldestSeconds, logs }: Consumer) {
  const { t } = useTranslation('admin');
  const words = () => {
    if (behind === 0) return t('health.caughtUp');
    if (oldestSeconds === null) return t('health.behind', { count: behind });
    const { unit, count } = ageOf(oldestSeconds);
    return t('health.behindSince', { count: behind, age: t(`health.ages.${unit}`, { count }) });
  };
  const places = logs.filter((one) => one.behind > 0);
  return (
    <span>
      {t(`health.doing.${work}`, { service })}{' '}
      <Tag color={behind > 0 ? 'orange' : 'green'}>{words()}</Tag>
      {places.length > 1 && places.map((one) => `${one.log}: ${one.behind}`).join(' · ')}
    </span>
  );
}
