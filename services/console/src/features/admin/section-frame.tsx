import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenTitle } from '../../shared/screen-title.js';
import type { SectionName } from './section-name.js';

/** A section's heading, what it is for in a sentence, and what can be done with the whole of it. */
export function SectionFrame(props: {
  name: SectionName;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('admin');
  const { name, actions, children } = props;
  return (
    <Flex vertical gap="middle">
      <Flex justify="space-between" align="start" gap="middle" wrap>
        <div>
          <ScreenTitle title={t(`sections.${name}`)} />
          <Typography.Text type="secondary">{t(`about.${name}`)}</Typography.Text>
        </div>
        {actions && (
          <Flex gap="small" wrap>
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </Flex>
  );
}
