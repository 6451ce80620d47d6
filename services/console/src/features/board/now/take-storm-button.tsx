import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

/** So many are taken on without another question. */
const mostUnasked = 10;

/** Takes all alerts of a storm on, or clears away those that are done: of many one is asked whether they are meant. */
export function TakeStormButton(props: {
  count: number;
  /** All of them are about what is done. */
  isDone?: boolean;
  size: 'small' | 'middle';
  onTake: () => void;
}) {
  const { t } = useTranslation('board');
  const { count, size, onTake, isDone = false } = props;
  const label = isDone ? t('alerts.clearAll', { n: count }) : t('alerts.acknowledgeAll', { count });
  if (count <= mostUnasked) {
    return (
      <Button size={size} onClick={onTake}>
        {label}
      </Button>
    );
  }
  return (
    <Popconfirm
      title={isDone ? t('alerts.clearSure', { n: count }) : t('alerts.acknowledgeSure', { count })}
      okText={label}
      cancelText={t('results.cancel')}
      onConfirm={onTake}
    >
      <Button size={size}>{label}</Button>
    </Popconfirm>
  );
}
