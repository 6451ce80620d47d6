import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { questionsKey } from '../../shared/questions/question-requests.js';
import { say } from '../../shared/say.js';
import type { QuestionBody } from './desk-types.js';
import type { NotedQuestion } from './noted-questions.js';
import { RetryNotice } from './retry-notice.js';
import type { IntakeForm } from './use-intake.js';
import { useFiling } from './use-filing.js';

/** The key of the form is the question's outside id, so that it is noted once however often it is sent. */
const sendQuestion = (body: QuestionBody, key: string) =>
  bodyOf(api.POST('/api/v1/questions', { body: { ...body, externalId: key } }));

/** Whoever only asks does not complain: the question is noted with its standard, or waits for one. */
export function NoteQuestion(props: {
  form: IntakeForm;
  customerId: string | undefined;
  /** The standard whose wording answers it; absent where none does. */
  standard?: string;
  /** Its wording is the whole answer, and has been read out: nothing is promised. */
  isAnswered?: boolean;
  onNoted: (one: NotedQuestion) => void;
}) {
  const { t } = useTranslation('desk');
  const { form, customerId, standard, isAnswered = false, onNoted } = props;
  const { intake, key } = form;
  const client = useQueryClient();
  const filing = useFiling(sendQuestion, ({ id, askedAt }, { text }) => {
    const became = standard === undefined ? 'waits' : isAnswered ? 'answered' : 'noted';
    say('success', t(`question.${became}`));
    onNoted({ id, at: askedAt, text, became });
    form.clear();
    void client.invalidateQueries({ queryKey: questionsKey });
  });
  const file = () =>
    filing.file(
      {
        text: intake.statement.trim().slice(0, 4_000),
        channel: intake.channel,
        ...(customerId !== undefined && { customer: { id: customerId } }),
        ...(standard !== undefined && { standard }),
      },
      key,
    );
  return (
    <Flex vertical gap="small" align="start">
      <Button size="small" onClick={file} loading={filing.isPending}>
        {standard === undefined ? t('question.ask') : t('question.note')}
      </Button>
      <RetryNotice filing={filing} filingKey={key} onRetry={file} onRenew={form.renew} />
    </Flex>
  );
}
