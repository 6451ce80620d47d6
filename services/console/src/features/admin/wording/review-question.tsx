import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Radio, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { useNamed } from '../../../shared/use-named.js';
import { useCommand } from '../use-command.js';
import { readAnswers } from '../../../shared/questions/question-requests.js';
import type { Question } from '../../../shared/questions/question-requests.js';
import { dismissals, reviewQuestion } from './question-requests.js';
import type { Review } from './question-requests.js';
import { closeSettled } from '../../../shared/close-settled.js';

interface Values {
  decision: Review['decision'];
  standard?: string;
  example?: string;
  reason?: (typeof dismissals)[number];
  note?: string;
}

/** Which standard answers a question; as an example it helps to find the same question again. */
export function ReviewQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const [form] = Form.useForm<Values>();
  const decision = Form.useWatch('decision', form) ?? 'standard';
  const answers = useQuery({ queryKey: ['standard-answers'], queryFn: readAnswers });
  const review = useCommand((values: Values) => reviewQuestion(question.id, toReview(values)), {
    stale: [['questions'], ['standard-answers']],
    done: t('questions.reviewed'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('questions.review')}
      okText={t('save')}
      onOk={() => form.submit()}
      confirmLoading={review.isPending}
      {...closeSettled(review.isPending, onClose)}
    >
      <Typography.Paragraph className="wrapped" strong>
        {question.text}
      </Typography.Paragraph>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ decision: 'standard' }}
        onFinish={(values) => review.mutate(values)}
      >
        <Form.Item name="decision" label={t('questions.decision')}>
          <Radio.Group
            options={(['standard', 'dismissed'] as const).map((value) => ({
              value,
              label: t(`questions.decisions.${value}`),
            }))}
          />
        </Form.Item>
        {decision === 'standard' ? (
          <>
            <Form.Item
              name="standard"
              label={t('questions.standard')}
              rules={[{ required: true, message: t('questions.needStandard') }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                loading={answers.isPending}
                options={(answers.data?.items ?? [])
                  .filter(({ isActive }) => isActive !== false)
                  .map(({ code, name }) => ({ value: code, label: `${named(name)} · ${code}` }))}
              />
            </Form.Item>
            <Form.Item
              name="example"
              label={t('questions.example')}
              extra={t('questions.exampleHelp')}
            >
              <Input maxLength={500} />
            </Form.Item>
          </>
        ) : (
          <Form.Item
            name="reason"
            label={t('questions.reason')}
            rules={[{ required: true, message: t('questions.needReason') }]}
          >
            <Select
              options={dismissals.map((value) => ({
                value,
                label: t(`questions.reasons.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="note" label={t('questions.note')}>
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      {review.error && <ProblemNotice error={review.error} />}
    </Modal>
  );
}

function toReview({ decision, standard, example, reason, note }: Values): Review {
  const noted = note ? { note } : {};
  if (decision === 'dismissed') return { decision, reason: reason!, ...noted };
  return { decision, standard: standard!, ...(example && { example }), ...noted };
}
