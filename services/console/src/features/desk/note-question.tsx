import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { onDemand } from '../../shared/on-demand.js';
import { questionsKey } from '../../shared/questions/question-requests.js';
import { say } from '../../shared/say.js';
import { isUnread } from '../../shared/unread.js';
import { coachQuery, customersKey } from './desk-queries.js';
import type { Intake, QuestionBody, Tier } from './desk-types.js';
import { isPhone, isSame } from './intake.js';
import type { NotedQuestion } from './noted-questions.js';
import { textMark } from './text-mark.js';
import { RetryNotice } from './retry-notice.js';
import type { IntakeForm } from './use-intake.js';
import { useFiling } from './use-filing.js';

/** Its days are more code than the desk needs at first. */
const PromisedBy = onDemand(async () => {
  const { PromisedBy: Part } = await import('./promised-by.js');
  return Part;
});

/** Whoever asks and is no customer yet, as far as the desk knows. */
export interface Caller {
  name: string;
  phone: string;
  tier: Tier;
}
interface Asked {
  question: QuestionBody;
  caller: Caller | undefined;
  /** The form that it was asked from. */
  intake: Intake;
}

/** A new customer, or the one who has the phone by now: what the desk found may be a minute old, or still be on its way. */
const customerOf = (caller: Caller): Promise<{ id: string }> =>
  bodyOf(api.POST('/api/v1/customers', { body: caller }));

/**
 * The key of the form and its words are the question's outside id, so that it is noted once however often it is sent,
 * and another one under the same key (a draft that came back) is another. Who asks is registered before it, once too:
 * by their phone. Whoever answers must be able to call them.
 */
async function sendQuestion({ question, caller }: Asked, key: string) {
  const customer = caller && (await customerOf(caller));
  const body = {
    ...question,
    externalId: `${key} ${textMark(question.text)}`,
    ...(customer && { customer: { id: customer.id } }),
  };
  return bodyOf(api.POST('/api/v1/questions', { body }));
}

/** Whoever only asks does not complain: the question is noted with its standard, or waits for one. */
export function NoteQuestion(props: {
  form: IntakeForm;
  /** What is typed, once it stands for a moment. */
  statement: string;
  /** Until when its customer was promised the answer, where no wording answers it. */
  promisedBy: Dayjs | null;
  onPromise: (promisedBy: Dayjs | null) => void;
  customerId: string | undefined;
  caller: Caller | undefined;
  /** The standard whose wording answers it; absent where none does. */
  standard?: string;
  /** Its wording is the whole answer, and has been read out: nothing is promised. */
  isAnswered?: boolean;
  onNoted: (one: NotedQuestion) => void;
}) {
  const { t } = useTranslation('desk');
  const { form, statement, customerId, caller, standard, isAnswered = false, onNoted } = props;
  const { promisedBy, onPromise } = props;
  const { intake, key } = form;
  const client = useQueryClient();
  const filing = useFiling(sendQuestion, ({ id, askedAt, dueAt }, asked) => {
    const { text } = asked.question;
    const became = standard === undefined ? 'waits' : isAnswered ? 'answered' : 'noted';
    say('success', t(`question.${became}`));
    onNoted({ id, at: askedAt, text, became, dueAt, who: asked.caller ?? callerOf(asked.intake) });
    // An answer may come when another call is taken down: that is kept.
    form.clear((now) => isSame(now, asked.intake));
    for (const queryKey of [questionsKey, customersKey]) {
      void client.invalidateQueries({ queryKey });
    }
  });
  const isWaiting = standard === undefined;
  // The check that the signs beside ask for too.
  const { data: signs } = useQuery({
    ...coachQuery(statement),
    enabled: isWaiting && statement !== '',
  });
  // Nobody can be called back: known customers have a phone of theirs.
  const isWithoutPhone = customerId === undefined && !isPhone(intake.phone.trim());
  const question = {
    text: intake.statement.trim().slice(0, 4_000),
    channel: intake.channel,
    ...(customerId !== undefined && { customer: { id: customerId } }),
    ...(!isWaiting && { standard }),
    ...(isWaiting && promisedBy?.isValid() && { promisedBy: promisedBy.toISOString() }),
  };
  // What was typed beside the promise says that it cannot be read.
  const isRefused = isWaiting && isUnread(promisedBy);
  const file = () => !isRefused && filing.file({ question, caller, intake }, key);
  if (isWaiting && signs?.severity?.value === 'critical') {
    const terms = signs.severity.because.join(t('separator'));
    return <Alert type="warning" showIcon title={t('question.danger', { terms })} />;
  }
  return (
    <Flex vertical gap="small" align="start">
      {isWithoutPhone && !isAnswered && (
        <Alert type="warning" showIcon title={t('question.noPhone')} />
      )}
      {isWaiting && <PromisedBy value={promisedBy} onChange={onPromise} />}
      <Button size="small" onClick={file} loading={filing.isPending}>
        {isWaiting ? t('question.ask') : t('question.note')}
      </Button>
      <RetryNotice filing={filing} filingKey={key} onRetry={file} onRenew={form.renew} />
    </Flex>
  );
}

/** Of a customer who was found the form has what was typed to find them. */
const callerOf = ({ name, phone, isAnonymous }: IntakeForm['intake']) =>
  isAnonymous ? undefined : { name: name.trim(), phone: phone.trim() };
