import { Button, Drawer, Flex, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The log of what was sent to one receiver: a state picked, parked ones tried again, older ones on demand. */
export function DeliveriesDrawer<State extends string>(props: {
  title: string | undefined;
  states: readonly State[];
  state: State | undefined;
  onState: (state: State | undefined) => void;
  onRedrive: () => void;
  isRedriving: boolean;
  more: (() => void) | undefined;
  isLoadingMore: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('admin');
  const { title, states, state, onState, more, children } = props;
  return (
    <Drawer
      open={title !== undefined}
      title={title}
      size="large"
      onClose={props.onClose}
      destroyOnHidden
    >
      <Flex vertical gap="middle">
        <Flex gap="small" wrap>
          <Select<State>
            aria-label={t('deliveries.state')}
            placeholder={t('deliveries.every')}
            allowClear
            value={state}
            onChange={onState}
            options={states.map((value) => ({
              value,
              label: t(`deliveries.states.${value as 'waiting'}`),
            }))}
            style={{ width: 160 }}
          />
          <Button onClick={props.onRedrive} loading={props.isRedriving}>
            {t('deliveries.redriveAll')}
          </Button>
        </Flex>
        {children}
        {more && (
          <Button onClick={more} loading={props.isLoadingMore}>
            {t('more')}
          </Button>
        )}
      </Flex>
    </Drawer>
  );
}
