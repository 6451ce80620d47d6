import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { isTime } from './report-state.js';
import { overlapOf } from './share-overlap.js';
import type { ShownReport } from './shown-report.js';

/** Of a share by anything but time: that its lines may not differ, where that is so. */
export function OverlapNote({ shown, share }: { shown: ShownReport; share: string }) {
  const { t } = useTranslation('reports');
  const { names, by, lines, lineName } = shown;
  const found = isTime(by) ? undefined : overlapOf(lines, share);
  if (!found) return null;
  const [lowest, highest] = [lineName(found.lowest), lineName(found.highest)];
  return (
    <Typography.Text>
      {t('share.overlap', { share: names.figureName(share), lowest, highest })}
    </Typography.Text>
  );
}
