import { Tag, Tooltip } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../shared/countdown.js';
import { Instant } from '../../shared/instant.js';
import type { Clock, DeskCase } from './desk-types.js';
import { owedClocks } from '../../shared/queue-order.js';

/** Each clock of a case on a line of its own: what it is, what is left of it, when it is due. */
export function OwedClocks({ one, most }: { one: Pick<DeskCase, 'clocks'>; most?: number }) {
  const { t } = useTranslation('desk');
  const clocks = owedClocks(one);
  if (clocks.length === 0) return <span className="desk-quiet">{t('queue.noClock')}</span>;
  return (
    <ul className="desk-clocks">
      {clocks.slice(0, most).map((clock) => (
        <ClockLine key={clock.clockId} clock={clock} t={t} />
      ))}
    </ul>
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
