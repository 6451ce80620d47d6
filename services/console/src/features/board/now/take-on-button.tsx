import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../../shared/on-demand.js';
import type { AlertView } from '../board-types.js';
import type { AlertRow } from './alert-list.js';
import { alertsOf } from './group-alerts.js';
import { waitingOf, worstOf } from './rank-alerts.js';

const TakeStormButton = onDemand(
  async () => (await import('./take-storm-button.js')).TakeStormButton,
);

/** Takes on the alert of a row; of a storm its most urgent one, or beside it all of them. */
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
  const worst = worstOf(row);
  const { waiting } = waitingOf(row);
  // What is done is nothing to answer for; where nothing else is left, all of it is cleared away.
  const meant = waiting.length > 0 ? waiting : alerts;
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
      {meant.length > 1 && (
        <TakeStormButton count={meant.length} size={size} onTake={() => onTake(meant)} />
      )}
    </Flex>
  );
}
