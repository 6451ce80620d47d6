import { Alert, Collapse, Empty, Flex, Select, Typography } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeField } from '../../../shared/date-time-field.js';
import { isUnread } from '../../../shared/unread.js';
import { Waiting } from '../../../shared/waiting.js';
import { useNamed } from '../../../shared/use-named.js';
import { ChainSteps } from './chain-steps.js';
import type { Chains, ChainsAsked, Severity } from './policy-requests.js';

const severities = ['low', 'normal', 'high', 'critical'] as const;

/** Whom the alerts of a policy would tell if nobody acknowledged them, for a complaint that came in then. */
export function ChainPreview(props: {
  chains: Chains | undefined;
  /** Why there are none to come: who is told is only known of a policy without problems. */
  isUnsound?: boolean;
  asked: ChainsAsked;
  setAsked: (asked: ChainsAsked) => void;
}) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const { chains, isUnsound = false, asked, setAsked } = props;
  const [at, setAt] = useState<Dayjs | null>(null);
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" wrap align="center">
        <Select<Severity>
          aria-label={t('policies.chains.severity')}
          value={asked.severity}
          onChange={(severity) => setAsked({ ...asked, severity })}
          options={severities.map((value) => ({ value, label: t(`severities.${value}`) }))}
          style={{ width: 120 }}
        />
        <DateTimeField
          aria-label={t('policies.chains.at')}
          placeholder={t('policies.chains.at')}
          value={at}
          onChange={(chosen) => {
            setAt(chosen);
            if (isUnread(chosen)) return;
            setAsked({ severity: asked.severity, ...(chosen && { at: chosen.toISOString() }) });
          }}
        />
        {isUnread(at) && (
          <Typography.Text type="danger">{t('time.unread', { ns: 'common' })}</Typography.Text>
        )}
        <Typography.Text type="secondary">{t('policies.chains.hint')}</Typography.Text>
      </Flex>
      {chains?.warnings.map(({ rule, ladder, level, message }) => (
        <Alert key={`${rule} ${ladder} ${level}`} type="warning" showIcon title={named(message)} />
      ))}
      {chains === undefined ? (
        isUnsound ? (
          <Empty description={t('policies.chains.unsound')} />
        ) : (
          <Waiting />
        )
      ) : chains.chains.length + chains.triggers.length === 0 ? (
        <Empty description={t('policies.chains.none')} />
      ) : (
        <Collapse
          size="small"
          items={[
            ...chains.chains.map(({ rule, kind, stage, cause, threshold, steps }, index) => ({
              key: index,
              label: t(`policies.chains.of.${cause}`, {
                rule,
                clock: stage === null ? t(`kinds.${kind}`) : t('kinds.stageOf', { stage }),
                share: `${Math.round((threshold ?? 0) * 100)} %`,
              }),
              children: <ChainSteps steps={steps} />,
            })),
            ...chains.triggers.map(({ trigger, cause, steps }) => ({
              key: trigger,
              label: t('policies.chains.trigger', { trigger, cause }),
              children: <ChainSteps steps={steps} />,
            })),
          ]}
        />
      )}
    </Flex>
  );
}
