import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.js';
import { lineOfPath } from '../line-of-path.js';
import { toText } from '../policies/policy-text.js';
import { ProblemList } from '../problem-list.js';
import { readText, UnreadableText } from '../readable-text.js';
import { SaveProblem } from '../save-problem.js';
import { toldVersion } from '../seen-version.js';
import { TextEditor } from '../text-editor.js';
import type { EditorHandle, LineProblem } from '../text-editor.js';
import { useCommand } from '../use-command.js';
import { publishCoach, wordsOf } from './coach-requests.js';
import type { Coach, CoachWords } from './coach-requests.js';

/**
 * Everything the coach goes by as text: signs, types of customers and tiers beside the phrases. What is typed stays
 * until it is published or given up, whatever is published meanwhile.
 */
export function CoachText({ coach }: { coach: Coach }) {
  const { t } = useTranslation('admin');
  const published = useMemo(() => toText(wordsOf(coach)), [coach]);
  /** What is typed, and the version that its writer saw. */
  const [draft, setDraft] = useState<{ text: string; seen: number }>();
  const { text, seen } = draft ?? { text: published, seen: coach.version };
  const write = (typed: string) => setDraft({ text: typed, seen });
  const client = useQueryClient();
  const editor = useRef<EditorHandle>(null);
  const publish = useCommand((typed: string) => publishCoach(seen, readText(typed) as CoachWords), {
    stale: [['coach']],
    done: t('saved'),
    onDone: (newest, typed) => {
      client.setQueryData(['coach'], newest);
      // What was typed while it was on its way is not published yet.
      setDraft((now) => (now && now.text !== typed ? { ...now, seen: newest.version } : undefined));
    },
    onRefused: (error) =>
      setDraft((now) => now && { ...now, seen: toldVersion(error) ?? now.seen }),
  });
  const { error, variables = '' } = publish;
  const problems = problemsOf(error, variables, t('editor.unreadable'));
  return (
    <Flex vertical gap="middle">
      <TextEditor
        {...{ problems, value: text, onChange: write, ref: editor }}
        label={t('coach.everything')}
        height="calc(100vh - 400px)"
      />
      {problems.length > 0 ? (
        <ProblemList problems={problems} onGoTo={(line) => editor.current?.goTo(line)} />
      ) : (
        <SaveProblem error={error} />
      )}
      <Flex>
        <Button type="primary" onClick={() => publish.mutate(text)} loading={publish.isPending}>
          {t('coach.publish')}
        </Button>
      </Flex>
    </Flex>
  );
}

/** What is wrong in a text that was sent, or could not be: by its lines. */
function problemsOf(error: unknown, text: string, unreadable: string): LineProblem[] {
  if (error instanceof UnreadableText) {
    return [{ line: error.line, path: '', rule: 'malformed', message: unreadable }];
  }
  if (!(error instanceof ApiProblem)) return [];
  return (error.body.errors ?? []).map((one) => ({ ...one, line: lineOfPath(text, one.path) }));
}
