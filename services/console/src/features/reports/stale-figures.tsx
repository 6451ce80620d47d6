import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Figures, dimmed and not to be opened while others are read that were asked for instead. */
export function StaleFigures({ isOld, children }: { isOld: boolean; children: ReactNode }) {
  const { t } = useTranslation('reports');
  return (
    <div className="report-figures" aria-busy={isOld}>
      {isOld && (
        <div role="status" className="report-busy">
          <Spin size="small" /> {t('live.reading')}
        </div>
      )}
      <div className={isOld ? 'report-old' : undefined} inert={isOld}>
        {children}
      </div>
    </div>
  );
}
