import { Button, Checkbox, Empty, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { CauseTag, DueText, NextText } from '../../../shared/alerts/alert-cells.js';
import { Instant } from '../../../shared/instant.js';
import type { AlertView } from '../board-types.js';
import { TakeOnButton } from './take-on-button.js';
import { CriticalTag, NewInside, SnoozedTags, StormText, WhyText } from './alert-cells.js';
import { keyOf } from './alert-list.js';
import type { AlertListProps, AlertRow } from './alert-list.js';
import { alertsOf } from './group-alerts.js';
import { worstOf } from './rank-alerts.js';

/** Alerts on a phone: one below the other, each with what is done to it. */
export function AlertCards(props: AlertListProps) {
  const { t } = useTranslation('board');
  if (props.rows.length === 0) return <Empty description={t('alerts.none')} />;
  return (
    <ul className="board-list">
      {props.rows.map((row) => (
        <li key={keyOf(row)}>
          <AlertCard row={row} {...props} />
          {'storm' in row && props.unfolded.has(row.storm.key) && (
            <ul className="board-list board-nested">
              {props.insideOf(row).shown.map((alert) => (
                <li key={alert.id}>
                  <AlertCard row={{ alert }} {...props} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function AlertCard({ row, ...props }: AlertListProps & { row: AlertRow }) {
  const { t } = useTranslation('board');
  const first: AlertView = worstOf(row);
  const ids = alertsOf(row).map(({ id }) => id);
  const chosen = ids.filter((id) => props.chosen.has(id)).length;
  const key = keyOf(row);
  return (
    <Flex
      vertical
      gap="small"
      data-row-key={key}
      className={key === props.cursor ? 'board-card board-cursor' : 'board-card'}
    >
      <Flex justify="space-between" gap="small" wrap>
        <Checkbox
          checked={chosen === ids.length}
          indeterminate={chosen > 0 && chosen < ids.length}
          onChange={({ target }) => props.onChoose(ids, target.checked)}
        >
          <CauseTag alert={first} />
        </Checkbox>
        <span>
          <CriticalTag row={row} /> <Instant at={first.raisedAt} />
        </span>
      </Flex>
      <SnoozedTags row={row} />
      {'alert' in row ? (
        <>
          <div>
            <WhyText alert={row.alert} />
          </div>
          <Flex justify="space-between" gap="small" wrap>
            <span className="steady">{first.number}</span>
            <DueText alert={first} />
          </Flex>
          <div>
            <NextText alert={first} />
          </div>
        </>
      ) : (
        <>
          <StormText row={row} part={props.part} />
          <div>
            {t('alerts.stormWorst')} <span className="steady">{first.number}</span>{' '}
            <WhyText alert={first} />
          </div>
          {props.unfolded.has(key) && (
            <NewInside n={props.insideOf(row).waiting} onRelease={props.onRelease} />
          )}
          <DueText alert={first} />
          <div>
            <NextText alert={first} />
          </div>
        </>
      )}
      <Flex gap="small" wrap>
        <TakeOnButton row={row} onTake={props.onAcknowledge} />
        {'alert' in row ? (
          <Button
            aria-label={`${t('alerts.details')} ${first.number}`}
            onClick={() => props.onLook(row.alert)}
          >
            {t('alerts.details')}
          </Button>
        ) : (
          <Button aria-expanded={props.unfolded.has(key)} onClick={() => props.onUnfold(key)}>
            {props.unfolded.has(key)
              ? t('alerts.fold')
              : t('alerts.unfold', { n: row.storm.alerts.length })}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
