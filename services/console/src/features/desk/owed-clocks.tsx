import { Tag, Tooltip } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../shared/countdown.js';
import { Instant } from '../../shared/instant.js';
import type { Clock } from './desk-types.js';
import type { Order } from './orders/own-orders.js';
import type { QueuedCase } from './use-queue.js';
import { owedClocks } from '../../shared/queue-order.js';

interface Props {
  one: Pick<QueuedCase, 'clocks' | 'orders'>;
  most?: number;
}

/**
 * Each clock of a case, and each order of it that the reader's unit must answer, on a line of its own: what it is, what
 * is left of it, when it is due.
 */
export function OwedClocks({ one, most }: Props) {
  const { t } = useTranslation('desk');
  const lines = linesOf(one);
  if (lines.length === 0) return <span className="desk-quiet">{t('queue.noClock')}</span>;
  return (
    <ul className="desk-clocks">
      {lines
        .slice(0, most)
        .map((line) =>
          'order' in line ? (
            <OrderLine key={line.order.id} order={line.order} t={t} />
          ) : (
            <ClockLine key={line.clock.clockId} clock={line.clock} t={t} />
          ),
        )}
    </ul>
  );
}

/** What is due first in front, as the queue ranks; what stands still last. */
function linesOf(one: Props['one']) {
  const orders = (one.orders ?? []).map((order) => ({ order, at: Date.parse(order.dueAt) }));
  const clocks = owedClocks(one).map((clock) => ({
    clock,
    at: clock.state === 'paused' ? Infinity : Date.parse(clock.dueAt),
  }));
  return [...orders, ...clocks].sort((line, other) =>
    line.at === other.at ? 0 : line.at - other.at,
  );
}

function OrderLine({ order, t }: { order: Order; t: TFunction<'desk'> }) {
  const { kind, dueAt } = order;
  return (
    <li>
      <span>{t('queue.order', { kind: t(`orders.kind.${kind}`) })}</span>
      <Countdown clock={{ state: 'running', dueAt }} />
      <span className="desk-quiet">
        <Instant at={dueAt} />
      </span>
    </li>
  );
}

/** A desk has hundreds: none looks up for itself how its words are found. */
function ClockLine({ clock, t }: { clock: Clock; t: TFunction<'desk'> }) {
  const { kind, stage, dueAt, state, pauses } = clock;
  const reason = state === 'paused' ? pauses?.at(-1)?.reason : undefined;
  const name =
    kind === 'stage' && stage
      ? t('clock.ofStage', { stage: t(`stage.${stage}`) })
      : t(`clock.${kind}`);
  return (
    <li>
      <span>{name}</span>
      {reason ? (
        <Tooltip title={t(`pause.${reason}`)}>
          <Tag>
            <Countdown clock={clock} />
          </Tag>
        </Tooltip>
      ) : (
        <Countdown clock={clock} />
      )}
      <span className="desk-quiet">
        <Instant at={dueAt} />
      </span>
    </li>
  );
}
