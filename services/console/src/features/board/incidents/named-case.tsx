import { useQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import type { ComponentProps } from 'react';
import type { CaseField } from '../../../shared/case-field.js';
import { CaseStanding } from '../../../shared/case-standing.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { useSettled } from '../../../shared/use-settled.js';
import { CustomerLine } from '../customer-line.js';
import { caseByNumber } from './case-by-number.js';
import { caseNumbersOf } from './case-numbers.js';

const stillMs = 500;

/** Which case a number that was chosen is of: what it is about, how it stands, whose it is, and why it will be refused. */
export function NamedCase(props: {
  text: string;
  whyNot: ComponentProps<typeof CaseField>['whyNot'];
}) {
  const { text, whyNot } = props;
  const { categoryName } = useOrganisation();
  const [number] = caseNumbersOf(useSettled(text, stillMs)).numbers;
  const { data } = useQuery({ ...caseByNumber(number ?? ''), enabled: number !== undefined });
  if (!data || number === undefined) return null;
  const not = whyNot?.(number, data);
  return (
    <>
      {categoryName(data.category)} <CaseStanding of={data} />{' '}
      <CustomerLine id={data.customer.id} />
      {not !== undefined && <Typography.Paragraph type="danger">{not}</Typography.Paragraph>}
    </>
  );
}
