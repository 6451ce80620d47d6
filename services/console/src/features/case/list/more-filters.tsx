import { Badge, Button, Flex, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../shared/field.js';

/** What a list is narrowed by more seldom, behind a button that says how much of it is in use. */
export function MoreFilters({ used, children }: { used: number; children: ReactNode }) {
  const { t } = useTranslation('casePage');
  return (
    <Field className="case-slim">
      <Popover
        trigger="click"
        placement="bottom"
        content={
          <Flex vertical className="case-more-filters">
            {children}
          </Flex>
        }
      >
        <Badge count={used} size="small">
          <Button>{t('list.moreFilters')}</Button>
        </Badge>
      </Popover>
    </Field>
  );
}
