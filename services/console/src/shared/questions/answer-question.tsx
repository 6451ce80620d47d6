import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { channels } from '../channels.js';
import { ProblemNotice } from '../problem-notice.js';
import { say } from '../say.js';
import { useNamed } from '../use-named.js';
import { answerQuestion, questionsKey, readAnswers } from './question-requests.js';
import type { Question } from './question-requests.js';
import { CallerLine, useCaller } from './caller-line.js';
import { closeSettled } from '../close-settled.js';

const tiers = ['standard', 'quality', 'key', 'vip'] as const;

/** Keeps a promise: what the approved wording says, and how the customer was told. */
export function AnswerQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t } = useTranslation('questions');
  const named = useNamed();
  const client = useQueryClient();
  const { data: customer } = useCaller(question);
  const [form] = Form.useForm<Pick<Question, 'channel'>>();
  const answers = useQuery({ queryKey: ['standard-answers'], queryFn: readAnswers });
  const standard = answers.data?.items.find(({ code }) => code === question.standard);
  const answer = useMutation({
    mutationFn: ({ channel }: Pick<Question, 'channel'>) => answerQuestion(question.id, channel),
    onSuccess: () => {
      say('success', t('kept'));
      onClose();
    },
    // Refused too: somebody else may have answered it meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: questionsKey }),
  });
  return (
    <Modal
      open
      title={t('answering')}
      okText={t('confirm')}
      onOk={() => form.submit()}
      confirmLoading={answer.isPending}
      {...closeSettled(answer.isPending, onClose)}
    >
      <Typography.Paragraph className="wrapped" strong>
        {question.text}
      </Typography.Paragraph>
      <CallerLine question={question} />
      {(customer ? [customer.tier] : tiers).map((tier) => {
        const said = standard?.tiers[tier];
        return (
          said && (
            <div key={tier}>
              <Typography.Text type="secondary">
                {t('wordingFor', { tier: t(`tiers.${tier}`) })}
              </Typography.Text>
              <Typography.Paragraph className="wrapped">
                {named(said.wording)}
                {said.benefit && ` ${named(said.benefit)}`}
              </Typography.Paragraph>
            </div>
          )
        );
      })}
      <Form<Pick<Question, 'channel'>>
        form={form}
        layout="vertical"
        initialValues={{ channel: question.channel }}
        onFinish={(values) => answer.mutate(values)}
      >
        <Form.Item name="channel" label={t('told')}>
          <Select
            options={channels.map((value) => ({ value, label: t(`channelNames.${value}`) }))}
          />
        </Form.Item>
      </Form>
      {(answer.error ?? answers.error) && <ProblemNotice error={answer.error ?? answers.error} />}
    </Modal>
  );
}
