import { useQueries } from '@tanstack/react-query';
import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { useSettled } from '../../../shared/use-settled.js';
import { caseByNumber } from './case-by-number.js';
import { caseNumbersOf } from './case-numbers.js';

/** Each number is looked up: of more than so many the list of the incident tells afterwards. */
const mostLookedUp = 20;
const stillMs = 500;

/** Before cases join: which of them are about something else than the case that stands for the others. */
export function OtherCategories() {
  const { t } = useTranslation('board');
  const { categoryName } = useOrganisation();
  const form = Form.useFormInstance<{ incident: string; numbers: string }>();
  const incident = Form.useWatch('incident', form) ?? '';
  const numbers = Form.useWatch('numbers', form) ?? '';
  const [into] = caseNumbersOf(useSettled(incident, stillMs)).numbers;
  const joining = caseNumbersOf(useSettled(numbers, stillMs)).numbers;
  const isAsked = into !== undefined && joining.length > 0 && joining.length <= mostLookedUp;
  const found = useQueries({
    queries: (isAsked ? [into, ...joining] : []).map(caseByNumber),
  });
  const cases = found.flatMap(({ data }) => data ?? []);
  const stands = cases.find(({ number }) => number === into);
  if (!stands) return null;
  const others = cases.filter(
    ({ number, category }) => joining.includes(number) && category !== stands.category,
  );
  if (others.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="board-meant"
      title={t('incidents.otherCategory', { category: categoryName(stands.category) })}
      description={others
        .map(({ number, category }) => `${number} (${categoryName(category)})`)
        .join(t('snooze.and'))}
    />
  );
}
