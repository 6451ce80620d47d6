import { Button, Flex } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parse } from 'yaml';
import { ApiProblem } from '../../../api/problem.js';
import { lineOfPath } from '../line-of-path.js';
import { toText } from '../policies/policy-text.js';
import { ProblemList } from '../problem-list.js';
import { SaveProblem } from '../save-problem.js';
import { TextEditor } from '../text-editor.js';
import type { EditorHandle } from '../text-editor.js';
import { useCommand } from '../use-command.js';
import { publishCoach, wordsOf } from './coach-requests.js';
import type { Coach, CoachWords } from './coach-requests.js';

/** Everything the coach goes by as text: signs, types of customers and tiers beside the phrases. */
export function CoachText({ coach }: { coach: Coach }) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState(() => toText(wordsOf(coach)));
  const editor = useRef<EditorHandle>(null);
  const publish = useCommand(
    (typed: string) => publishCoach(coach.version, parse(typed) as CoachWords),
    { stale: [['coach']], done: t('saved') },
  );
  const { error, variables = '' } = publish;
  const problems =
    error instanceof ApiProblem && error.body.errors
      ? error.body.errors.map((one) => ({ ...one, line: lineOfPath(variables, one.path) }))
      : [];
  return (
    <Flex vertical gap="middle">
      <TextEditor
        {...{ problems, value: text, onChange: setText, ref: editor }}
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
