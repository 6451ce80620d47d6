import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.js';
import { Instant } from '../../../shared/instant.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { whoOf } from '../timeline/entry-facts.js';
import { ToldChange } from '../timeline/told-change.js';
import { useWords } from '../words.js';
import type { Words } from '../words.js';
import { changesOf } from './use-command.js';
import { refusalOf } from '../../../shared/refusal.js';
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
  const missing = missingOf(error);
  if (missing.length === 0) return <ProblemNotice error={error} />;
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

/** The evidence that a refusal names as missing. */
export const missingOf = (error: unknown): readonly string[] =>
  error instanceof ApiProblem ? refusalOf(error.body).missing : [];

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
  const words = useWords();
  const told = ({ type, actor }: Change) => {
    const who = whoOf({ type, data: {}, actor });
    return who === null ? t('timeline.bySystem') : words.person(who);
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('changed.title')}
      description={
        <>
          <ul className="plain-list">
            {changes.map((change) => (
              <li key={change.sequence}>
                <Instant at={change.at} /> {told(change)} <ToldChange change={change} of={id} />
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
