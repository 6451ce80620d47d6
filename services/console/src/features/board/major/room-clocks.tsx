import { Descriptions, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../shared/countdown.js';
import { Instant } from '../../../shared/instant.js';
import { isPassedOver } from '../../../shared/passed-over.js';
import type { CaseView } from '../board-types.js';
import { useClockName } from '../use-clock-name.js';

type Clock = CaseView['clocks'][number];

const isOver = ({ state, stoppedAt }: Clock) => stoppedAt !== undefined || state === 'cancelled';

/** When what of a case is due: what goes on first, the soonest on top. */
export function RoomClocks({
  of: { clocks, overrides },
}: {
  of: Pick<CaseView, 'clocks' | 'overrides'>;
}) {
  const { t } = useTranslation('board');
  const nameOf = useClockName();
  const shown = clocks.toSorted(
    (one, other) =>
      Number(isOver(one)) - Number(isOver(other)) ||
      Date.parse(one.dueAt) - Date.parse(other.dueAt),
  );
  if (shown.length === 0) return null;
  return (
    <Descriptions
      size="small"
      column={1}
      title={t('major.clocks')}
      items={shown.map((clock) => ({
        key: clock.clockId,
        label: nameOf(clock),
        children: (
          <span>
            <Instant at={clock.dueAt} /> <Countdown clock={clock} />{' '}
            {isPassedOver(clock, overrides) && <Tag color="warning">{t('major.passedOver')}</Tag>}
          </span>
        ),
      }))}
    />
  );
}
