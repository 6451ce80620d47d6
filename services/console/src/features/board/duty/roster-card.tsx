import { Button, Flex, Popconfirm, Popover, Segmented, Tag, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import { useServerTime } from '../../../shared/server-time.js';
import { ownZone } from '../../../shared/zoned-text.js';
import type { DutyRoster, OnCall } from '../board-types.js';
import { hasBegun, withoutRoster, withoutTakeover, withTakeover } from './duty-changes.js';
import { inTurnAt } from './in-turn-at.js';
import { ComingTurns } from './coming-turns.js';
import type { usePublishDuty } from './use-publish-duty.js';
import { usePersonName } from '../../../shared/use-person-name.js';

type Publish = ReturnType<typeof usePublishDuty>;

const spans = [2, 4, 8, 12, 24] as const;
const iso = (instant: number) => new Date(instant).toISOString();

interface Props {
  roster: DutyRoster;
  onCall: OnCall | undefined;
  publish: Publish;
  onEdit: () => void;
}

/** A roster: who is called now and why, and taking over with two clicks. */
export function RosterCard({ roster, onCall, publish, onEdit }: Props) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const { agentId: me } = useSession();
  const { id, title, people, days, firstDay, handover, tz } = roster;
  const name = title ?? id;
  const now = useServerTime();
  const inTurn =
    now !== undefined && onCall?.because === 'override' ? inTurnAt(roster, now) : undefined;
  const isBefore = now !== undefined && !hasBegun(roster, now);
  return (
    <Panel
      title={name}
      extra={
        // Apart: a hand that slips removes nothing.
        <Flex gap={32}>
          <Button size="small" aria-label={`${t('duty.editRoster')} ${name}`} onClick={onEdit}>
            {t('duty.editRoster')}
          </Button>
          <Popconfirm
            title={t('duty.removeSure', { roster: name })}
            okText={t('duty.removeRoster')}
            okButtonProps={{ danger: true }}
            cancelText={t('duty.cancel')}
            onConfirm={() => publish.mutate({ change: (body) => withoutRoster(body, id) })}
          >
            <Button size="small" type="text" aria-label={`${t('duty.removeRoster')} ${name}`}>
              {t('duty.removeRoster')}
            </Button>
          </Popconfirm>
        </Flex>
      }
    >
      <Flex vertical gap="small" align="start">
        <div aria-live="polite">
          <Typography.Text strong>
            {onCall?.agentId
              ? t(onCall.agentId === me ? 'duty.nowYou' : 'duty.now', {
                  agent: personName(onCall.agentId),
                })
              : t('duty.nobodyNow')}
          </Typography.Text>
          {onCall && (
            <div>
              <Typography.Text type="secondary">
                {onCall.because === 'turn' && onCall.agentId === me
                  ? t('duty.yourTurn')
                  : inTurn !== undefined && inTurn !== onCall.agentId
                    ? t('duty.insteadOf', { agent: personName(inTurn) })
                    : t(`duty.because.${onCall.because}`)}
                {onCall.passedOver.map(({ agentId }) => (
                  <span key={agentId}> · {t('duty.away', { agent: personName(agentId) })}</span>
                ))}
              </Typography.Text>
            </div>
          )}
        </div>
        {isBefore && <Typography.Text type="secondary">{t('duty.before')}</Typography.Text>}
        {/* Nobody takes over from themselves. */}
        {(me === null || onCall?.agentId !== me) && (
          <TakeOver roster={roster} onCall={onCall} publish={publish} />
        )}
        <Typography.Text type="secondary">
          {t('duty.turns', { days, from: firstDay, at: handover, tz })}
          {` ${t('duty.ownTimes', { tz: ownZone() })}`}
        </Typography.Text>
        <Flex gap={4} wrap>
          {people.map((agent) => (
            <Tag key={agent} color={agent === onCall?.agentId ? 'green' : 'default'}>
              {personName(agent)}
            </Tag>
          ))}
        </Flex>
        {onCall && <ComingTurns {...{ onCall, roster, name, publish }} />}
        <Overrides roster={roster} onCall={onCall} publish={publish} />
      </Flex>
    </Panel>
  );
}

/** The first click asks for how long, the second takes over. */
function TakeOver({ roster, onCall, publish }: Pick<Props, 'roster' | 'onCall' | 'publish'>) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const [coming] = onCall?.next ?? [];
  const { agentId } = useSession();
  const now = useServerTime();
  const [isOpen, setIsOpen] = useState(false);
  const [hours, setHours] = useState<(typeof spans)[number]>(8);
  if (agentId === null) {
    return <Typography.Text type="secondary">{t('duty.noAgent')}</Typography.Text>;
  }
  const to = now === undefined ? undefined : now + hours * 3_600_000;
  const until = to === undefined ? '' : dayjs(to).format('MM-DD HH:mm');
  const take = () => {
    if (now === undefined || to === undefined) return;
    setIsOpen(false);
    const takeover = { agentId, from: iso(now), to: iso(to) };
    publish.mutate({
      change: (body) => withTakeover(body, roster.id, takeover, takeover.from),
      saved: t('duty.takenOver', { until }),
    });
  };
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('duty.takeOverFor')}
      content={
        <Flex vertical gap="small">
          {coming && (
            <Typography.Text>
              {t(onCall?.agentId ? 'duty.turnUntil' : 'duty.nobodyUntil', {
                agent: onCall?.agentId ? personName(onCall.agentId) : '',
                until: dayjs(coming.from).format('MM-DD HH:mm'),
              })}
            </Typography.Text>
          )}
          <Segmented
            aria-label={t('duty.takeOverFor')}
            options={spans.map((value) => ({ value, label: t('duty.hours', { n: value }) }))}
            value={hours}
            onChange={setHours}
          />
          <Button type="primary" autoFocus disabled={to === undefined} onClick={take}>
            {t('duty.takeOverUntil', { until })}
          </Button>
        </Flex>
      }
    >
      <Button type="primary" loading={publish.isPending}>
        {t('duty.takeOver')}
      </Button>
    </Popover>
  );
}

function Overrides(props: Pick<Props, 'roster' | 'onCall' | 'publish'>) {
  const { roster, onCall, publish } = props;
  const { agentId: me } = useSession();
  const { id, overrides } = roster;
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const now = useServerTime();
  if (now === undefined) return null;
  const shown = overrides
    .map((override, index) => ({ ...override, index }))
    .filter(({ to }) => Date.parse(to) > now)
    // A turn that one took oneself is among those to come, where it is given back.
    .filter(
      ({ from, to, agentId }) =>
        agentId !== me || !onCall?.next.some((turn) => turn.from === from && turn.to === to),
    );
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('duty.overrides')}>
      <Typography.Text strong>{t('duty.overrides')}</Typography.Text>
      <ul className="board-list">
        {shown.map(({ agentId, from, to, index }) => (
          <li key={index}>
            {personName(agentId)} <Instant at={from} /> – <Instant at={to} />{' '}
            <Button
              size="small"
              loading={publish.isPending}
              onClick={() =>
                publish.mutate({ change: (body) => withoutTakeover(body, id, index, iso(now)) })
              }
            >
              {t('duty.endOverride')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
