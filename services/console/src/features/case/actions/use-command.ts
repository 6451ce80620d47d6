import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, bodyOf } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { hasRole, useSession } from '../../../session/session.js';
import { isNoConflict } from '../../../shared/beside.js';
import type { Change } from '../../../shared/refusal.js';
import { say } from '../../../shared/say.js';
import { caseKey } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import type { CommandName } from '../words.js';

export interface Given {
  command: CommandName;
  body: Record<string, unknown>;
}

/** What happened to the case since the version that a command was written for; absent for any other refusal. */
export function changesOf(error: unknown): readonly Change[] | undefined {
  if (!(error instanceof ApiProblem) || error.kind !== 'stale-version') return undefined;
  return (error.body['changes'] ?? []) as readonly Change[];
}

/** Of a case one thing is said at a time. */
export const caseToast = 'case';

/** Whoever takes a step wants to know where the case is now. */
const steps: readonly CommandName[] = [
  ...(['complete-stages', 'override-stage', 'resolve', 'reopen', 'close'] as const),
];

/** Commands differ by the end of their address only; their bodies are made by forms that follow the schema. */
async function give(id: string, { command, body }: Given) {
  const path = `/api/v1/cases/{id}/commands/${command}` as '/api/v1/cases/{id}/commands/resume';
  const answer = await api.POST(path, { params: { path: { id } }, body: body as never });
  const view: CaseView = await bodyOf(Promise.resolve(answer));
  return { view, isProposed: answer.response.status === 202 };
}

const isForStaff = (command: CommandName, field: string) =>
  command === 'add-note' || field === 'note';

/** What does not concern a command is nothing that whoever gives it has to read first. */
async function giveDespite(id: string, given: Given) {
  try {
    return await give(id, given);
  } catch (error) {
    const changes = changesOf(error);
    if (!changes || !(error instanceof ApiProblem)) throw error;
    const latest = Number(error.body['version']);
    const written = Number(given.body['expectedVersion']);
    if (!isNoConflict(given.command, changes, { written, latest })) throw error;
    return give(id, { ...given, body: { ...given.body, expectedVersion: latest } });
  }
}

type Wording = NonNullable<CaseView['wording']>;

/** Whom the room of a major complaint is for. */
const leads = ['supervisor', 'manager', 'admin'] as const;
const isMajor = (of: CaseView | undefined) => of?.triage?.complaintTier === 'major';

/** Gives a command on a case; says what became of it, and reads everything of the case anew. */
export function useCommand(id: string, onDone?: (view: CaseView) => void) {
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const session = useSession();
  const viewKey = [...caseKey(id), 'view'];
  const advise = (wording: Wording) => {
    const language = i18n.language === 'en' ? 'en' : 'zh';
    const lines = wording.map(({ phrase, advised, why }) =>
      t('coach.line', { phrase, advised, why: why[language] }),
    );
    say('warning', t('coach.afterwards'), { more: lines.join('\n') });
  };
  return useMutation({
    mutationFn: async (given: Given) => {
      // Before: the stream may tell of the case sooner than the answer does.
      const wasMajor = isMajor(client.getQueryData<CaseView>(viewKey));
      return { ...(await giveDespite(id, given)), wasMajor };
    },
    onSuccess: ({ view, isProposed, wasMajor }, { command }) => {
      const isDeclared = isMajor(view) && !wasMajor;
      client.setQueryData(viewKey, view);
      void client.invalidateQueries({ queryKey: caseKey(id) });
      if (isProposed) say('info', t('actions.waits'));
      else if (command === 'triage' && isDeclared && hasRole(session, leads)) {
        say('success', t('actions.majorDeclared'), {
          more: t('actions.majorNext'),
          action: { label: t('page.room'), act: () => void navigate(`/board/major/${id}`) },
        });
      } else {
        const key = steps.includes(command)
          ? 'now'
          : command === 'undo-message'
            ? 'undone'
            : command === 'transfer'
              ? 'asked'
              : 'done';
        const given = {
          command: t(`commands.${command}`),
          stage: t(`codes.${view.stage}`),
          unit: words.unit(view.transferTo ?? view.unit ?? ''),
        };
        // In the place of whatever was said before, such as that a message is about to leave.
        say('success', t(`actions.${key}`, given), { key: caseToast });
      }
      // Of a note for colleagues the hint beside it has said so; nobody else reads it.
      const told = (view.wording ?? []).filter(({ field }) => !isForStaff(command, field));
      if (told.length > 0) advise(told);
      onDone?.(view);
    },
    // What is refused may be refused for what the page does not show yet.
    onError: (error) => {
      if (changesOf(error)) void client.invalidateQueries({ queryKey: caseKey(id) });
    },
  });
}
