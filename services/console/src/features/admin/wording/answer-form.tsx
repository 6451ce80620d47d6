import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../../../shared/use-named.js';
import { codePattern } from '../organisation/code-pattern.js';
import { readOrganisation } from '../organisation/read-organisation.js';
import { SaveProblem } from '../save-problem.js';
import { useSeenVersion } from '../seen-version.js';
import { useCommand } from '../use-command.js';
import { EarlierVersions } from './earlier-versions.js';
import { publishAnswer } from './answer-requests.js';
import type { Answer, AnswerValues } from './answer-requests.js';
import { TierWordings } from './tier-wordings.js';

/** A standard answer: a new one, or the next version of a known one. */
export function AnswerForm(props: {
  answer: Answer | undefined;
  taken: readonly string[];
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const { answer, taken, onClose } = props;
  const [form] = Form.useForm<AnswerValues>();
  const answerable = Form.useWatch('answerable', form);
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: readOrganisation });
  const { seen, onRefused } = useSeenVersion(answer?.code, answer?.version ?? 0);
  const save = useCommand((values: AnswerValues) => publishAnswer(values, seen), {
    stale: [['standard-answers']],
    done: t('saved'),
    onDone: onClose,
    onRefused,
  });
  const required = [{ required: true, message: t('needName') }];
  return (
    <Drawer
      open
      size="large"
      title={answer ? named(answer.name) : t('answers.add')}
      onClose={onClose}
      // A slip beside it throws nothing away.
      mask={{ closable: false }}
      extra={
        <Button type="primary" onClick={() => form.submit()} loading={save.isPending}>
          {t('answers.publish')}
        </Button>
      }
    >
      <SaveProblem error={save.error} />
      {answer && answer.version > 1 && (
        <EarlierVersions
          code={answer.code}
          newest={answer.version}
          onTake={(earlier) => form.setFieldsValue({ ...earlier, isActive: true })}
        />
      )}
      <Form<AnswerValues>
        form={form}
        layout="vertical"
        initialValues={{ answerable: 'now', isActive: true, questions: [], ...answer }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="code"
          label={t('organisation.code')}
          rules={[
            { required: true, pattern: codePattern, message: t('organisation.codeRule') },
            {
              validator: async (_, code: string) => {
                if (!answer && taken.includes(code)) throw new Error(t('templates.takenId'));
              },
            },
          ]}
        >
          <Input disabled={answer !== undefined} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['name', 'zh']} label={t('nameZh')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={t('nameEn')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="questions"
          label={t('answers.questions')}
          extra={t('answers.questionsHelp')}
          rules={[{ required: true, message: t('answers.needQuestions') }]}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['\n']} />
        </Form.Item>
        <Form.Item name="category" label={t('dimensions.category')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(organisation.data?.categories ?? []).map(({ code, name }) => ({
              value: code,
              label: `${named(name)} · ${code}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="answerable" label={t('answers.answerable')}>
          <Radio.Group
            options={(['now', 'later'] as const).map((value) => ({
              value,
              label: t(`answers.${value}`),
            }))}
          />
        </Form.Item>
        {answerable === 'later' && (
          <Form.Item
            name="promisedMinutes"
            label={t('answers.promised')}
            rules={[{ required: true, message: t('answers.needPromised') }]}
          >
            <InputNumber min={1} />
          </Form.Item>
        )}
        <TierWordings />
        <Form.Item
          name="owner"
          label={t('answers.owner')}
          extra={t('answers.ownerHelp')}
          rules={required}
        >
          <Input />
        </Form.Item>
        <Form.Item name="isActive" label={t('organisation.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
