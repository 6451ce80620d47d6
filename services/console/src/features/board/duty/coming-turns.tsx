import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Instant } from '../../../shared/instant.js';
import { useServerTime } from '../../../shared/server-time.js';
import type { OnCall } from '../board-types.js';
import { withTakeover } from './duty-changes.js';
import type { usePublishDuty } from './use-publish-duty.js';
import { usePersonName } from '../../../shared/use-person-name.js';

interface Props {
  onCall: OnCall;
  /** What the roster is called. */
  name: string;
  publish: ReturnType<typeof usePublishDuty>;
}

/** Who is called from the next handovers on, in whose place where it is another's turn, and taking a turn over. */
export function ComingTurns({ onCall: { roster, next }, name, publish }: Props) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const { agentId: me } = useSession();
  const now = useServerTime();
  if (next.length === 0) return null;
  const take = (agentId: string, { from, to }: OnCall['next'][number]) => {
    if (now === undefined) return;
    const takeover = { agentId, from, to };
    const at = new Date(now).toISOString();
    publish.mutate({
      change: (body) => withTakeover(body, roster, takeover, at),
      saved: t('duty.turnTaken'),
    });
  };
  return (
    <section aria-label={t('duty.nextOf', { roster: name })}>
      <Typography.Text strong>{t('duty.next')}</Typography.Text>
      <ul className="board-list">
        {next.map((turn) => (
          <li key={turn.from}>
            <Instant at={turn.from} />{' '}
            {turn.agentId === null
              ? t('duty.nobody')
              : turn.agentId === me
                ? t('duty.you', { agent: personName(me) })
                : personName(turn.agentId)}{' '}
            <InPlaceOf turn={turn} />
            {me !== null && turn.agentId !== me && (
              <Button size="small" loading={publish.isPending} onClick={() => take(me, turn)}>
                {t('duty.takeTurn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function InPlaceOf({ turn: { because, passedOver } }: { turn: OnCall['next'][number] }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  if (because === 'turn') return null;
  const why = t(`duty.because.${because}`);
  const [absent] = passedOver;
  return (
    <Typography.Text type="secondary">
      {absent ? t('duty.inPlaceOf', { agent: personName(absent.agentId), why }) : why}{' '}
    </Typography.Text>
  );
}
