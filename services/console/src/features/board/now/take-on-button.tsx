import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../../shared/on-demand.js';
import type { AlertView } from '../board-types.js';
import type { AlertRow } from './alert-list.js';
import { isOver } from '../../../shared/alerts/alert-facts.js';
import { alertsOf } from './group-alerts.js';
import { waitingOf, worstOf } from './rank-alerts.js';

const TakeStormButton = onDemand(
  async () => (await import('./take-storm-button.js')).TakeStormButton,
);

/**
 * Takes on the alert of a row; of a storm its most urgent one, or beside it all of them. What is done is nothing to
 * answer for: it is cleared away.
 */
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
        {t(isOver(row.alert) ? 'alerts.clearAway' : 'alerts.acknowledge')}
      </Button>
    );
  }
  const worst = worstOf(row);
  const { waiting } = waitingOf(row);
  if (waiting.length === 0) {
    return (
      <TakeStormButton isDone count={alerts.length} size={size} onTake={() => onTake(alerts)} />
    );
  }
  const takeOn = t('alerts.acknowledge');
  return (
    <Flex vertical={isSmall} gap="small" align="start" wrap>
      <Button
        type="primary"
        ghost={isSmall}
        size={size}
        aria-label={t('alerts.acknowledgeWorst', { takeOn, number: worst.number })}
        onClick={() => onTake([worst])}
      >
        {takeOn}
      </Button>
      {waiting.length > 1 && (
        <TakeStormButton count={waiting.length} size={size} onTake={() => onTake(waiting)} />
      )}
    </Flex>
  );
}
