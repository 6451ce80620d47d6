import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStream } from '../../../api/use-stream.js';
import { alertTypes } from '../../../shared/alerts/alert-facts.js';
import { Loaded } from '../../../shared/loaded.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { useThrottled } from '../../../shared/use-throttled.js';
import { DeskParts } from '../desk-parts.js';
import { AlertList } from './alert-list.js';
import { ownAlerts, ownAlertsKey } from './own-alerts.js';
import '../desk.css';

const everyMs = 1_000;

/** The alerts that name me, my desk or my unit and that nobody has taken on. */
export function Screen() {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const throttle = useThrottled(everyMs);
  const readAnew = () => throttle(() => client.invalidateQueries({ queryKey: ownAlertsKey }));
  const isLive = useStream('/api/v1/streams/alerts', alertTypes, readAnew, readAnew);
  const asked = useQuery(ownAlerts);
  const total = asked.data?.total ?? 0;
  return (
    <Flex vertical gap="middle" className="desk-page">
      <DeskParts />
      <Flex gap="middle" align="center">
        <ScreenTitle title={t('alerts.title')} waiting={total} />
        {!isLive && (
          <Tag color="orange" role="status" title={common('state.stale')}>
            {t('alerts.notLive')}
          </Tag>
        )}
      </Flex>
      <Typography.Text type="secondary">{t('alerts.basis')}</Typography.Text>
      <Loaded asked={asked} isEmpty={({ items }) => items.length === 0} empty={t('alerts.none')}>
        {({ items, next }) => (
          <>
            {next !== null && (
              <Alert type="info" showIcon title={t('alerts.cut', { count: items.length, total })} />
            )}
            <AlertList alerts={items} />
          </>
        )}
      </Loaded>
    </Flex>
  );
}
