import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import type { AutoCompleteProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { CaseStanding } from './case-standing.js';
import { useCasesOf } from './use-cases-of.js';
import { useSettled } from './use-settled.js';

/** A single character is in more cases than anybody chooses from. */
const shortest = 2;
const mostFound = 8;
const stillMs = 300;

/**
 * Names a case by its number, which is typed, pasted, or chosen from what a phone, a name or words find. Nothing is
 * chosen unless somebody goes to it: the return key leaves what was typed as it is.
 */
export function CaseField(props: AutoCompleteProps<string>) {
  const { t } = useTranslation();
  const sought = useSettled((props.value ?? '').trim(), stillMs);
  const found = useQuery({
    queryKey: ['complaints', sought, mostFound],
    queryFn: () => {
      const query = { q: sought, limit: mostFound };
      return bodyOf(api.GET('/api/v1/complaints/search', { params: { query } }));
    },
    enabled: sought.length >= shortest,
  });
  const items = found.data?.items ?? [];
  const cases = useCasesOf([items.map(({ complaintId }) => complaintId)]);
  const options = items.map(({ complaintId, number, statement }) => ({
    value: number,
    label: (
      <>
        <div>
          <span className="steady">{number}</span> <CaseStanding of={cases.get(complaintId)} />
        </div>
        <div className="quiet">{statement}</div>
      </>
    ),
  }));
  return (
    <AutoComplete<string>
      placeholder={t('caseField.hint')}
      defaultActiveFirstOption={false}
      {...props}
      options={options}
    />
  );
}
