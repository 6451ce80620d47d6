import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../../shared/on-demand.js';
import type { AlertView } from '../board-types.js';
import type { AlertRow } from './alert-list.js';
import { alertsOf } from './group-alerts.js';

const TakeStormButton = onDemand(
  async () => (await import('./take-storm-button.js')).TakeStormButton,
);

/** Takes on the alert of a row, or all of a storm. */
export function TakeOnButton(props: {
  row: AlertRow;
  onTake: (alerts: readonly AlertView[]) => void;
  isSmall?: boolean;
}) {
  const { t } = useTranslation('board');
  const { row, onTake, isSmall = false } = props;
  const alerts = alertsOf(row);
  const size = isSmall ? 'small' : 'middle';
  if ('alert' in row) {
    return (
      <Button type="primary" ghost={isSmall} size={size} onClick={() => onTake(alerts)}>
        {t('alerts.acknowledge')}
      </Button>
    );
  }
  return <TakeStormButton count={alerts.length} size={size} onTake={() => onTake(alerts)} />;
}
