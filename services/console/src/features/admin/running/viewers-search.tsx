import { Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonalViews } from '../../../shared/personal-views.js';

/** Who viewed the personal data of a case that is named by its number. */
export function ViewersSearch() {
  const { t } = useTranslation();
  const [id, setId] = useState('');
  return (
    <Flex vertical gap="small" role="group" aria-label={t('personalViews.title')}>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {t('personalViews.title')}
      </Typography.Title>
      <Input.Search
        aria-label={t('personalViews.number')}
        placeholder={t('personalViews.number')}
        enterButton={t('personalViews.show')}
        allowClear
        style={{ maxWidth: 420 }}
        onSearch={(text) => setId(text.trim())}
      />
      {id !== '' && <PersonalViews key={id} id={id} />}
    </Flex>
  );
}
