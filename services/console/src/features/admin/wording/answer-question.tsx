import { useQuery } from '@tanstack/react-query';
import { Form, Modal, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { channels } from '../../../shared/channels.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { useNamed } from '../named.js';
import { useCommand } from '../use-command.js';
import { readAnswers, tiers } from './answer-requests.js';
import { answerQuestion } from './question-requests.js';
import type { Question } from './question-requests.js';

/** Keeps a promise: what the approved wording says, and how the customer was told. */
export function AnswerQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const [form] = Form.useForm<Pick<Question, 'channel'>>();
  const answers = useQuery({ queryKey: ['standard-answers'], queryFn: readAnswers });
  const standard = answers.data?.items.find(({ code }) => code === question.standard);
  const answer = useCommand(
    ({ channel }: Pick<Question, 'channel'>) => answerQuestion(question.id, channel),
    { stale: [['questions']], done: t('questions.kept'), onDone: onClose },
  );
  return (
    <Modal
      open
      title={t('questions.answering')}
      okText={t('questions.confirm')}
      onOk={() => form.submit()}
      confirmLoading={answer.isPending}
      onCancel={onClose}
    >
      <Typography.Paragraph className="admin-value" strong>
        {question.text}
      </Typography.Paragraph>
      {/* Which tier the customer is of is not the question's: whoever calls knows it from their file. */}
      {tiers.map((tier) => {
        const said = standard?.tiers[tier];
        return (
          said && (
            <div key={tier}>
              <Typography.Text type="secondary">
                {t('answers.wordingFor', { tier: t(`tiers.${tier}`) })}
              </Typography.Text>
              <Typography.Paragraph className="admin-value">
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
        <Form.Item name="channel" label={t('questions.told')}>
          <Select
            options={channels.map((value) => ({ value, label: t(`channelNames.${value}`) }))}
          />
        </Form.Item>
      </Form>
      {(answer.error ?? answers.error) && <ProblemNotice error={answer.error ?? answers.error} />}
    </Modal>
  );
}
