import { useTranslation } from 'react-i18next';
import { Instant } from '../../shared/instant.js';

/** A question that was noted from here, and what became of it. */
export interface NotedQuestion {
  id: string;
  at: string;
  text: string;
  became: 'noted' | 'answered' | 'waits';
}

/** What was noted since the desk was opened, the newest first: its words are gone from the form. */
export function NotedQuestions({ noted }: { noted: readonly NotedQuestion[] }) {
  const { t } = useTranslation('desk');
  if (noted.length === 0) return null;
  return (
    <ul className="desk-list" aria-label={t('question.list')}>
      {noted.map(({ id, at, text, became }) => (
        <li key={id}>
          <Instant at={at} /> <q>{text}</q>
          <br />
          <span className="quiet">{t(`question.${became}`)}</span>
        </li>
      ))}
    </ul>
  );
}
