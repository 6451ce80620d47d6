import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertView } from '../../../shared/alerts/alert-facts.js';
import { useAcknowledge } from '../../../shared/alerts/use-acknowledge.js';
import { holdList } from '../../../shared/hold-list.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { say } from '../../../shared/say.js';
import { useHeldPlaces } from '../../../shared/use-held-places.js';
import { AlertItem } from './alert-item.js';
import { ownAlertsKey } from './own-alerts.js';

/** Alerts with what is done to each of them. Nothing moves while somebody reaches for one. */
export function AlertList({ alerts }: { alerts: readonly AlertView[] }) {
  const { t } = useTranslation('desk');
  const list = useRef<HTMLOListElement>(null);
  const acknowledge = useAcknowledge(ownAlertsKey);
  const listed = alerts.map(({ id }) => id);
  const { heldKeys, release, holding } = useHeldPlaces(list, listed);
  const held = heldKeys && ({ keys: heldKeys, newcomers: 'wait-above' } as const);
  const { shown, waiting } = holdList(alerts, ({ id }) => id, held);
  const refused = acknowledge.data?.find(({ error }) => error !== undefined)?.error;
  const take = ({ id, number }: AlertView) =>
    acknowledge.mutate([id], {
      onSuccess: ([settled]) => {
        if (settled?.error === undefined) say('success', t('alerts.taken', { number }));
      },
    });
  return (
    <>
      {refused !== undefined && <ProblemNotice error={refused} />}
      <ol ref={list} className="desk-list" aria-label={t('alerts.title')} {...holding}>
        {shown.map((alert) => (
          <li key={alert.id} className="desk-alert">
            <AlertItem
              alert={alert}
              isTaking={acknowledge.isPending && acknowledge.variables.includes(alert.id)}
              onTake={take}
            />
          </li>
        ))}
      </ol>
      {waiting > 0 && (
        <Button block onClick={release}>
          {t('alerts.waiting', { count: waiting })}
        </Button>
      )}
    </>
  );
}
