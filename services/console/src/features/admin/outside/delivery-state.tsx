import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';

interface Delivery {
  state: 'waiting' | 'delivered' | 'parked' | 'superseded';
  nextAt: string | null;
  deliveredAt: string | null;
}

const colours = { waiting: 'blue', delivered: 'green', parked: 'red', superseded: undefined };

/** How a delivery fares, with the instant that belongs to it. */
export function DeliveryState({ state, nextAt, deliveredAt }: Delivery) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Tag color={colours[state]}>{t(`deliveries.states.${state}`)}</Tag>
      {state === 'waiting' && nextAt !== null && <Instant at={nextAt} />}
      {deliveredAt !== null && <Instant at={deliveredAt} />}
    </>
  );
}
