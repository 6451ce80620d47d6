import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AlertView } from '../board-types.js';
import type { AlertRow } from './alert-list.js';
import { alertsOf } from './group-alerts.js';

/** So many are taken on without another question. */
const mostUnasked = 10;

/** Takes on the alert of a row, or all of a storm: of many one is asked whether they are meant. */
export function TakeOnButton(props: {
  row: AlertRow;
  onTake: (alerts: readonly AlertView[]) => void;
  isSmall?: boolean;
}) {
  const { t } = useTranslation('board');
  const { row, onTake, isSmall = false } = props;
  const alerts = alertsOf(row);
  const count = alerts.length;
  const size = isSmall ? 'small' : 'middle';
  if ('alert' in row) {
    return (
      <Button type="primary" ghost={isSmall} size={size} onClick={() => onTake(alerts)}>
        {t('alerts.acknowledge')}
      </Button>
    );
  }
  const label = t('alerts.acknowledgeAll', { count });
  if (count <= mostUnasked) {
    return (
      <Button size={size} onClick={() => onTake(alerts)}>
        {label}
      </Button>
    );
  }
  return (
    <Popconfirm
      title={t('alerts.acknowledgeSure', { count })}
      okText={label}
      cancelText={t('results.cancel')}
      onConfirm={() => onTake(alerts)}
    >
      <Button size={size}>{label}</Button>
    </Popconfirm>
  );
}
