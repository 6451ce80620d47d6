import { Form } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseField } from '../../../shared/case-field.js';
import { areCaseNumbers } from './case-numbers.js';
import { NamedCase } from './named-case.js';

interface Props extends Pick<
  ComponentProps<typeof CaseField>,
  'autoFocus' | 'disabled' | 'whyNot'
> {
  name: string;
  label: string;
}

/** Asks in a form for one case, by its number. */
export function CaseNumberItem({ name, label, ...field }: Props) {
  const rule = useNumbersRule(1);
  const text = Form.useWatch<string | undefined>(name) ?? '';
  return (
    <Form.Item
      name={name}
      label={label}
      extra={<NamedCase text={text} whyNot={field.whyNot} />}
      {...rule}
    >
      <CaseField {...field} />
    </Form.Item>
  );
}

/** A field takes so many numbers at most, and one at least; said once somebody has left it. */
export function useNumbersRule(most: number) {
  const { t } = useTranslation('board');
  const validator = (_: unknown, text: string | undefined) =>
    areCaseNumbers(text ?? '', most)
      ? Promise.resolve()
      : Promise.reject(new Error(t('incidents.needNumber')));
  return { validateTrigger: 'onBlur', rules: [{ validator }] };
}
