import { Button, Tag } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Countdown } from '../../../shared/countdown.js';
import { holdList } from '../../../shared/hold-list.js';
import { Instant } from '../../../shared/instant.js';
import { CallerLine } from '../../../shared/questions/caller-line.js';
import type { Question } from '../../../shared/questions/question-requests.js';
import { useHeldPlaces } from '../../../shared/use-held-places.js';
import { useNames } from '../use-names.js';

/**
 * Questions whose customer waits, each counting down to its promise where it has one. What nobody has reviewed yet has no
 * wording to answer with. Nothing moves while somebody reaches for one.
 */
export function QuestionList(props: {
  title: string;
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
      <ol ref={list} className="desk-list" aria-label={props.title} {...holding}>
        {shown.map((question) => (
          <li key={question.id} className="desk-promise">
            <PromisedUntil question={question} />
            <span>
              <span className="wrapped">{question.text}</span>
              <br />
              <Source question={question} />
              {(question.status === 'waiting' || question.customerId === null) && (
                <CallerLine question={question} />
              )}
            </span>
            {question.status === 'waiting' ? (
              <Tag>{t('promised.reviewed')}</Tag>
            ) : (
              // Its name holds the word as it is drawn: no space in it.
              <Button
                autoInsertSpace={false}
                aria-label={t('promised.answerTo', { text: question.text ?? '' })}
                onClick={() => props.onAnswer(question)}
              >
                {t('promised.answer')}
              </Button>
            )}
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

function PromisedUntil({ question: { dueAt } }: { question: Question }) {
  const { t } = useTranslation('desk');
  if (dueAt === null) return <span className="quiet">{t('promised.noTime')}</span>;
  return (
    <span>
      <Countdown clock={{ state: 'running', dueAt }} />
      <br />
      <span className="quiet">
        {t('promised.until')} <Instant at={dueAt} />
      </span>
    </span>
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
