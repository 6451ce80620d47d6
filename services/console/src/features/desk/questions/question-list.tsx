import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Countdown } from '../../../shared/countdown.js';
import { holdList } from '../../../shared/hold-list.js';
import { Instant } from '../../../shared/instant.js';
import type { Question } from '../../../shared/questions/question-requests.js';
import { useHeldPlaces } from '../../../shared/use-held-places.js';
import { useNames } from '../use-names.js';

/** Promised questions, each counting down to its promise. Nothing moves while somebody reaches for one. */
export function QuestionList(props: {
  questions: readonly Question[];
  onAnswer: (question: Question) => void;
}) {
  const { t } = useTranslation('desk');
  const list = useRef<HTMLOListElement>(null);
  const listed = props.questions.map(({ id }) => id);
  const { heldKeys, release, holding } = useHeldPlaces(list, listed);
  const held = heldKeys && ({ keys: heldKeys, newcomers: 'wait-above' } as const);
  const { shown, waiting } = holdList(props.questions, ({ id }) => id, held);
  return (
    <>
      <ol ref={list} className="desk-list" aria-label={t('promised.title')} {...holding}>
        {shown.map((question) => (
          <li key={question.id} className="desk-promise">
            <span>
              <Countdown clock={{ state: 'running', dueAt: question.dueAt }} />
              <br />
              <span className="quiet">
                {t('promised.until')} <Instant at={question.dueAt!} />
              </span>
            </span>
            <span>
              <span className="wrapped">{question.text}</span>
              <br />
              <Source question={question} />
            </span>
            {/* Its name holds the word as it is drawn: no space in it. */}
            <Button
              autoInsertSpace={false}
              aria-label={t('promised.answerTo', { text: question.text ?? '' })}
              onClick={() => props.onAnswer(question)}
            >
              {t('promised.answer')}
            </Button>
          </li>
        ))}
      </ol>
      {waiting > 0 && (
        <Button block onClick={release}>
          {t('promised.waiting', { count: waiting })}
        </Button>
      )}
    </>
  );
}

/** Where a question comes from, and why it is in this list: one noted it, or one's unit answers for it. */
function Source({ question }: { question: Question }) {
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const { agentId, username } = useSession();
  const { askedAt, askedBy, channel, owner } = question;
  const isMine = askedBy === (agentId ?? username);
  return (
    <span className="quiet">
      <Instant at={askedAt} /> {t(`channel.${channel}`)}
      {t('separator')}
      {isMine ? t('promised.byYou') : t('promised.by', { who: askedBy })}
      {owner !== null && t('separator') + t('promised.unit', { unit: nameOf('units', owner) })}
    </span>
  );
}
