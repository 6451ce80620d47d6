import { Flex, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseSingleKeys, useSingleKeys } from '../shared/single-keys.js';

/** Turns keys of one character off, and on again. */
export function SingleKeysSwitch() {
  const { t } = useTranslation();
  const id = useId();
  const areOn = useSingleKeys();
  return (
    <Flex justify="space-between" align="center" gap="middle">
      <span id={id}>{t('keys.single')}</span>
      <Switch aria-labelledby={id} checked={areOn} onChange={(isOn) => chooseSingleKeys(isOn)} />
    </Flex>
  );
}
