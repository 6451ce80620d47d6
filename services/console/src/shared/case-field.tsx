import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import type { AutoCompleteProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { CaseStanding } from './case-standing.js';
import { codesNamed } from './named-codes.js';
import { useCasesOf } from './use-cases-of.js';
import type { ListedCase } from './use-cases-of.js';
import { useOrganisation } from './use-organisation.js';
import { useSettled } from './use-settled.js';

/** A single character is in more cases than anybody chooses from. */
const shortest = 2;
const mostFound = 8;
const stillMs = 300;

interface Props extends AutoCompleteProps<string> {
  /** Why one that was found is not to be chosen: it is shown with that, and greyed. */
  whyNot?: (number: string, of: ListedCase | undefined) => string | undefined;
}

/**
 * Names a case by its number, which is typed, pasted, or chosen from what a phone, a name, words or a category find. Of
 * digits nothing is chosen unless somebody goes to it: the return key leaves what was typed as it is. A word is no
 * number, so that the return key takes the first that it finds.
 */
export function CaseField({ whyNot, ...props }: Props) {
  const { t } = useTranslation();
  const { categoryName, categories } = useOrganisation();
  const typed = (props.value ?? '').trim();
  const sought = useSettled(typed, stillMs);
  const found = useQuery({
    queryKey: ['complaints', sought, mostFound],
    queryFn: () => {
      const query = { q: sought, limit: mostFound };
      return bodyOf(api.GET('/api/v1/complaints/search', { params: { query } }));
    },
    enabled: sought.length >= shortest,
  });
  const [category] = sought.length >= shortest ? codesNamed(categories, sought) : [];
  const alike = useQuery({
    queryKey: ['cases', 'of-category', category, mostFound],
    queryFn: () => {
      const query = { category: category!, limit: mostFound };
      return bodyOf(api.GET('/api/v1/cases', { params: { query } }));
    },
    enabled: category !== undefined,
  });
  // What an earlier word found is not to be taken by the return key.
  const isAsked = sought === typed;
  const items = isAsked ? (found.data?.items ?? []) : [];
  const cases = useCasesOf([items.map(({ complaintId }) => complaintId)]);
  const named = items.map(({ complaintId, ...item }) => ({ ...item, of: cases.get(complaintId) }));
  const isFound = (number: string) => items.some((one) => one.number === number);
  const ofCategory = (isAsked && category !== undefined ? (alike.data?.items ?? []) : [])
    .filter(({ number }) => !isFound(number))
    .map((of) => ({ number: of.number, statement: '', of }));
  const isNothing =
    isAsked && found.data !== undefined && (category === undefined || alike.data !== undefined);
  const isPartOfNumber = /^[\d-]{5,}$/.test(sought);
  const options = [...named, ...ofCategory].slice(0, mostFound).map(({ number, statement, of }) => {
    const not = whyNot?.(number, of);
    return {
      value: number,
      disabled: not !== undefined,
      label: (
        <>
          <div>
            <span className="steady">{number}</span> <CaseStanding of={of} />
            {of && ` · ${categoryName(of.category)}`}
          </div>
          {not !== undefined && <div>{not}</div>}
          <div className="quiet two-lines" title={statement}>
            {statement}
          </div>
        </>
      ),
    };
  });
  return (
    <AutoComplete<string>
      placeholder={t('caseField.hint')}
      defaultActiveFirstOption={/\p{L}/u.test(typed)}
      notFoundContent={
        isNothing
          ? t(isPartOfNumber ? 'caseField.nothingOfPart' : 'caseField.nothing', { sought })
          : null
      }
      {...props}
      options={options}
    />
  );
}
