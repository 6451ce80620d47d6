import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../shared/instant.js';

/** A question that was noted from here, and what became of it. */
export interface NotedQuestion {
  id: string;
  at: string;
  text: string;
  became: 'noted' | 'answered' | 'waits';
  /** By when its customer was promised the answer. */
  dueAt: string | null;
  /** Who asked, as far as it was typed. */
  who: { name: string; phone: string } | undefined;
}

/** What was noted since the desk was opened, the newest first: its words are gone from the form. */
export function NotedQuestions({ noted }: { noted: readonly NotedQuestion[] }) {
  const { t } = useTranslation('desk');
  if (noted.length === 0) return null;
  return (
    <ul className="desk-list" aria-label={t('question.list')}>
      {noted.map((one) => (
        <li key={one.id}>
          <Instant at={one.at} /> <q>{one.text}</q>
          <br />
          <span className="quiet">
            {[one.who?.name, one.who?.phone].filter(Boolean).map((part) => `${part} `)}
            {t(`question.${one.became}`)}
          </span>
          {one.became !== 'answered' && (
            <>
              <br />
              {one.dueAt !== null && (
                <>
                  {t('promised.until')} <Instant at={one.dueAt} />{' '}
                </>
              )}
              <Link to="/desk/questions">{t('question.where')}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
