import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { byCall, namedWays } from './answer-parts.js';
import { useListedWays } from './use-listed-ways.js';
import { waysOfCases } from './ways-of-cases.js';

/** Asks how those are told that cannot be written to as they came; of no other customers. */
export function OtherWayItem(props: {
  cases: readonly IncidentCases['incident'][];
  sendsMail: boolean;
}) {
  const { t } = useTranslation('board');
  const listed = useListedWays();
  const { cases, sendsMail } = props;
  const { toCall, byMail, reached } = waysOfCases(cases, sendsMail);
  const ways = [...toCall, ...(byMail > 0 ? ([['email', byMail]] as const) : [])];
  if (ways.length === 0) return null;
  return (
    <Form.Item
      name="others"
      label={t('answers.others', { count: cases.length - reached, ways: listed(ways) })}
      rules={[{ required: true, message: t('answers.needOthers') }]}
    >
      <Select
        options={([byCall, ...namedWays] as const).map((value) => ({
          value,
          label:
            value === byCall
              ? t('answers.byCall')
              : value === 'email' && !sendsMail
                ? t('answers.mailNotHere')
                : t(`channel.${value}`),
          disabled: value === 'email' && !sendsMail,
        }))}
      />
    </Form.Item>
  );
}
