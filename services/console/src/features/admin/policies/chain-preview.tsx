import { Alert, Collapse, DatePicker, Empty, Flex, Select, Typography } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../../shared/waiting.js';
import { useNamed } from '../../../shared/use-named.js';
import { ChainSteps } from './chain-steps.js';
import type { Chains, ChainsAsked, Severity } from './policy-requests.js';

const severities = ['low', 'normal', 'high', 'critical'] as const;

/** Whom the alerts of a policy would tell if nobody acknowledged them, for a complaint that came in then. */
export function ChainPreview(props: {
  chains: Chains | undefined;
  asked: ChainsAsked;
  setAsked: (asked: ChainsAsked) => void;
}) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const { chains, asked, setAsked } = props;
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
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          aria-label={t('policies.chains.at')}
          placeholder={t('policies.chains.at')}
          onChange={(at: Dayjs | null) =>
            setAsked({ severity: asked.severity, ...(at && { at: at.toISOString() }) })
          }
        />
        <Typography.Text type="secondary">{t('policies.chains.hint')}</Typography.Text>
      </Flex>
      {chains?.warnings.map(({ rule, ladder, level, message }) => (
        <Alert key={`${rule} ${ladder} ${level}`} type="warning" showIcon title={named(message)} />
      ))}
      {chains === undefined ? (
        <Waiting />
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
