import { Button, Popconfirm, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Instant } from '../../../shared/instant.js';
import { useServerTime } from '../../../shared/server-time.js';
import type { DutyRoster, OnCall } from '../board-types.js';
import { takeoverOf, withoutTakeover, withTakeover } from './duty-changes.js';
import type { usePublishDuty } from './use-publish-duty.js';
import { usePersonName } from '../../../shared/use-person-name.js';

interface Props {
  onCall: OnCall;
  roster: Pick<DutyRoster, 'overrides'>;
  /** What the roster is called. */
  name: string;
  publish: ReturnType<typeof usePublishDuty>;
}

/** Who is called from the next handovers on, in whose place where it is another's turn, and taking a turn over. */
export function ComingTurns(props: Props) {
  const { name, publish } = props;
  const { roster, next } = props.onCall;
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
  const giveBack = (index: number) => {
    if (now === undefined) return;
    const at = new Date(now).toISOString();
    publish.mutate({
      change: (body) => withoutTakeover(body, roster, index, at),
      saved: t('duty.turnGivenBack'),
    });
  };
  return (
    <section aria-label={t('duty.nextOf', { roster: name })}>
      <Typography.Text strong>{t('duty.next')}</Typography.Text>
      <ul className="board-list">
        {next.map((turn) => (
          <li key={turn.from}>
            <Span of={turn} />{' '}
            {turn.agentId === null
              ? t('duty.nobody')
              : turn.agentId === me
                ? t('duty.you', { agent: personName(me) })
                : personName(turn.agentId)}{' '}
            <InPlaceOf turn={turn} />
            {me !== null && turn.agentId !== me && (
              <TakeTurn turn={turn} isBusy={publish.isPending} onTake={() => take(me, turn)} />
            )}
            <GiveBack
              place={me === null ? -1 : takeoverOf(props.roster, turn, me)}
              isBusy={publish.isPending}
              onGiveBack={giveBack}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const Span = ({ of: { from, to } }: { of: { from: string; to: string } }) => (
  <>
    <Instant at={from} /> – <Instant at={to} />
  </>
);

/** Somebody else's turn is not taken without being asked: Clearline tells them nothing of it. */
function TakeTurn(props: { turn: OnCall['next'][number]; isBusy: boolean; onTake: () => void }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const { turn, isBusy, onTake } = props;
  if (turn.agentId === null) {
    return (
      <Button size="small" loading={isBusy} onClick={onTake}>
        {t('duty.takeTurn')}
      </Button>
    );
  }
  const agent = personName(turn.agentId);
  return (
    <Popconfirm
      title={t('duty.takeTurnSure', { agent })}
      description={
        <>
          <p>
            <Span of={turn} />
          </p>
          <p>{t('duty.takeTurnTold', { agent })}</p>
        </>
      }
      okText={t('duty.takeTurnYes')}
      cancelText={t('duty.cancel')}
      onConfirm={onTake}
    >
      <Button size="small" loading={isBusy}>
        {t('duty.takeTurnFrom', { agent })}
      </Button>
    </Popconfirm>
  );
}

/** A turn that was taken over goes back to whose it was. */
function GiveBack(props: { place: number; isBusy: boolean; onGiveBack: (place: number) => void }) {
  const { t } = useTranslation('board');
  const { place, isBusy, onGiveBack } = props;
  if (place < 0) return null;
  return (
    <Button size="small" loading={isBusy} onClick={() => onGiveBack(place)}>
      {t('duty.giveTurnBack')}
    </Button>
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
