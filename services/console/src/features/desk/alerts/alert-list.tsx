import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import type { AlertView } from '../../../shared/alerts/alert-facts.js';
import { useAcknowledge } from '../../../shared/alerts/use-acknowledge.js';
import { holdList } from '../../../shared/hold-list.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { say } from '../../../shared/say.js';
import { useHeldPlaces } from '../../../shared/use-held-places.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import { AlertItem } from './alert-item.js';
import { ownAlertsKey } from './own-alerts.js';

/** Alerts with what is done to each of them. Nothing moves while somebody reaches for one. */
export function AlertList({ alerts }: { alerts: readonly AlertView[] }) {
  const { t } = useTranslation('desk');
  const { agentId, username } = useSession();
  const nameOf = usePersonName();
  const list = useRef<HTMLOListElement>(null);
  const acknowledge = useAcknowledge(ownAlertsKey);
  const listed = alerts.map(({ id }) => id);
  const { heldKeys, release, holding } = useHeldPlaces(list, listed);
  const held = heldKeys && ({ keys: heldKeys, newcomers: 'wait-above' } as const);
  const { shown, waiting } = holdList(alerts, ({ id }) => id, held);
  const refused = acknowledge.data?.find(({ error }) => error !== undefined)?.error;
  const take = async ({ id, number }: AlertView) => {
    // Not by what the mutation tells its latest caller: two alerts may be taken on in a breath.
    const [settled] = await acknowledge.mutateAsync([id]);
    const by = settled?.result?.acknowledgedBy;
    if (!by) return;
    // Who comes second is not refused, and must not believe that it is theirs.
    if (by === agentId || by === username) say('success', t('alerts.taken', { number }));
    else say('warning', t('alerts.takenBy', { number, by: nameOf(by) }));
  };
  return (
    <>
      {refused !== undefined && <ProblemNotice error={refused} />}
      <ol ref={list} className="desk-list" aria-label={t('alerts.title')} {...holding}>
        {shown.map((alert) => (
          <li key={alert.id} className="desk-alert">
            <AlertItem
              alert={alert}
              isTaking={acknowledge.isPending && acknowledge.variables.includes(alert.id)}
              onTake={(one) => void take(one)}
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
