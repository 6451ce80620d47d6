import { useQuery } from '@tanstack/react-query';
import { Flex, Input, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { useNamed } from '../../../shared/use-named.js';
import { useSettled } from '../../../shared/use-settled.js';

/** A sentence tried on the coach as it is published; nothing of it is kept. */
export function CoachTrial() {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const [text, setText] = useState('');
  const settled = useSettled(text, 300);
  const check = useQuery({
    queryKey: ['coach', 'check', settled],
    queryFn: () => bodyOf(api.POST('/api/v1/coach/check', { body: { text: settled } })),
    enabled: settled.trim() !== '',
    placeholderData: (previous) => previous,
    gcTime: 0,
  });
  const isClean = check.data?.wording.length === 0;
  return (
    <Flex vertical gap="middle">
      <Input.TextArea
        aria-label={t('coach.try')}
        placeholder={t('coach.tryHelp')}
        autoSize={{ minRows: 3 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {check.error && <ProblemNotice error={check.error} />}
      {settled.trim() !== '' && check.data && (
        <div role="status">
          {isClean && <Typography.Text type="success">{t('coach.clean')}</Typography.Text>}
          <ul className="plain-list">
            {check.data.wording.map(({ id, phrase, advised, why, start }) => (
              <li key={`${id} ${start}`}>
                <Tag color="orange">{phrase}</Tag>
                {t('coach.instead', { advised })}{' '}
                <Typography.Text type="secondary">{named(why)}</Typography.Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Flex>
  );
}
