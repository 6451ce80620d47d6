import { Descriptions, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../shared/countdown.js';
import { byUrgency } from '../../../shared/foremost-clock.js';
import { Instant } from '../../../shared/instant.js';
import { isPassedOver } from '../../../shared/passed-over.js';
import type { CaseView } from '../board-types.js';
import { useClockName } from '../use-clock-name.js';

/** When what of a case is due, what to see to first on top. */
export function RoomClocks({
  of: { clocks, overrides },
}: {
  of: Pick<CaseView, 'clocks' | 'overrides'>;
}) {
  const { t } = useTranslation('board');
  const nameOf = useClockName();
  if (clocks.length === 0) return null;
  return (
    <Descriptions
      size="small"
      column={1}
      title={t('major.clocks')}
      items={byUrgency(clocks).map((clock) => ({
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
