import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.js';
import { Instant } from '../../../shared/instant.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { useTimeline } from '../case-queries.js';
import { useSentence } from '../timeline/use-sentence.js';
import { useWords } from '../words.js';
import type { Words } from '../words.js';
import { changesOf } from './use-command.js';
import type { Change } from '../../../shared/refusal.js';

interface Props {
  id: string;
  error: unknown;
  /** Whoever gives the command has read what changed, and means it all the same. */
  onAccept: () => void;
}

/** Why a command was refused: what others did meanwhile, what is missing yet, or what the server says. */
export function CommandProblem({ id, error, onAccept }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const changes = changesOf(error);
  if (changes) return <ChangedNotice id={id} changes={changes} onAccept={onAccept} />;
  const missing =
    error instanceof ApiProblem ? (error.body['missing'] as string[] | undefined) : [];
  if (!missing || missing.length === 0) return <ProblemNotice error={error} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('evidence.missing')}
      description={missing.map((one) => missingName(one, words)).join(t('list.comma'))}
    />
  );
}

/** `listen.place` is the place that the stage listen asks for. */
export function missingName(path: string, words: Pick<Words, 'code' | 'field'>): string {
  const [stage, field] = path.split('.');
  if (field === undefined) return words.field(path);
  return `${words.code(stage!)} · ${words.field(field)}`;
}

interface NoticeProps {
  id: string;
  changes: readonly Change[];
  onAccept: () => void;
}

function ChangedNotice({ id, changes, onAccept }: NoticeProps) {
  const { t } = useTranslation('casePage');
  const sentenceOf = useSentence();
  // A refusal says what kind of thing happened; the timeline, which is read anew, says the rest.
  const { data } = useTimeline(id);
  const told = changes.map((change) => {
    const entry = data?.items.find(({ sequence }) => sequence === change.sequence);
    return { ...change, text: sentenceOf(entry ?? { type: change.type, data: {} }).text };
  });
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('changed.title')}
      description={
        <>
          <ul className="plain-list">
            {told.map(({ sequence, at, actor, text }) => (
              <li key={sequence}>
                <Instant at={at} /> {actor ?? t('timeline.bySystem')} {text}
              </li>
            ))}
          </ul>
          <p>{t('changed.kept')}</p>
          <Button onClick={onAccept}>{t('changed.accept')}</Button>
        </>
      }
    />
  );
}
