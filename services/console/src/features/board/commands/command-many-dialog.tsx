import type { FormInstance } from 'antd';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandMany } from '../../../shared/use-command-many.js';
import { boardKey, caseOf } from '../board-queries.js';
import type { CaseView, NamedCase } from '../board-types.js';
import { ResultsDialog } from './results-dialog.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** With so few, each is decided on by how it stands; with more, by what they have in common. */
export const fewCases = 20;

interface Props<Values extends object> {
  command: string;
  title: string;
  submit: string;
  cases: readonly NamedCase[];
  form: FormInstance<Values>;
  initialValues: Values;
  toBody: (values: Values) => Record<string, unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** Asks what a command needs, gives it to one or many cases, and then shows what became of each. */
export function CommandManyDialog<Values extends object>(props: Props<Values>) {
  const { t } = useTranslation('board');
  const { cases } = props;
  const client = useQueryClient();
  const dialog = useId();
  const seen = useQueries({
    queries: (cases.length <= fewCases ? cases : []).map(({ id }) => ({
      ...caseOf(id),
      // Apart from what the board reads anew: the version that was seen is the one of when the dialog was opened.
      queryKey: ['seen', dialog, id],
      staleTime: Infinity,
      gcTime: 0,
    })),
  });
  const command = useCommandMany(
    props.command,
    () => client.invalidateQueries({ queryKey: boardKey }),
    (id, { owner }) =>
      !!seen.find(({ data }) => data?.id === id)?.data?.accused?.includes(String(owner)),
  );
  // Back to the form for those that were refused: it asks for something else.
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { refusedCases } = command;
  const versionOf = (id: string) => seen.find(({ data }) => data?.id === id)?.data?.version;
  const send = (values: Values) => {
    if (isCorrecting) {
      command.giveOther(props.toBody(values));
      return setIsCorrecting(false);
    }
    const asked = cases.map(({ id }) => {
      const expectedVersion = versionOf(id);
      return { case: id, ...(expectedVersion !== undefined && { expectedVersion }) };
    });
    command.give({ cases: asked, body: props.toBody(values) });
  };
  return (
    <ResultsDialog<Values>
      {...props}
      sending={{
        ...command,
        ...(isCorrecting && { results: undefined }),
        refused: refusedCases.length,
        // Where nothing is asked nothing else can be.
        ...(Object.keys(props.initialValues).length > 0 && {
          correct: () => setIsCorrecting(true),
        }),
      }}
      otherwise={t('results.otherwise', { n: refusedCases.length })}
      isBusy={command.isPending || seen.some(({ isLoading }) => isLoading)}
      onSend={send}
    >
      <Meant
        cases={isCorrecting ? cases.filter(({ id }) => refusedCases.includes(id)) : cases}
        seen={seen.flatMap(({ data }) => data ?? [])}
      />
      {props.children}
    </ResultsDialog>
  );
}

/** With so few their numbers are read; of more it matters how many they are. */
const namedCases = 5;

/** The cases that are meant, with who has them now. */
function Meant({ cases, seen }: { cases: readonly NamedCase[]; seen: readonly CaseView[] }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  if (cases.length > namedCases) return <p>{t('reassign.cases', { n: cases.length })}</p>;
  return (
    <ul className="plain-list board-meant">
      {cases.map(({ id, number }) => {
        const of = seen.find((one) => one.id === id);
        return (
          <li key={id} className="steady">
            {number}{' '}
            {of && t('reassign.now', { owner: of.owner ? personName(of.owner) : t('nobody') })}
          </li>
        );
      })}
    </ul>
  );
}
