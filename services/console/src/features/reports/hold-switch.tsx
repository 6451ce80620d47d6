import { Switch, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

/** Keeps figures as they were read, for whoever notes them down. */
export function HoldSwitch(props: { isHeld: boolean; onChange: (isHeld: boolean) => void }) {
  const { t } = useTranslation('reports');
  const { isHeld, onChange } = props;
  return (
    <Tooltip title={t('live.holdHint')}>
      <label>
        <Switch size="small" checked={isHeld} onChange={onChange} aria-label={t('live.hold')} />{' '}
        {t('live.hold')}
      </label>
    </Tooltip>
  );
}
