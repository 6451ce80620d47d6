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
  const clocks = owedClocks(one);
  const orders = one.orders ?? [];
  if (clocks.length + orders.length === 0)
    return <span className="desk-quiet">{t('queue.noClock')}</span>;
  return (
    <ul className="desk-clocks">
      {orders.map((order) => (
        <OrderLine key={order.id} order={order} t={t} />
      ))}
      {clocks.slice(0, most).map((clock) => (
        <ClockLine key={clock.clockId} clock={clock} t={t} />
      ))}
    </ul>
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
