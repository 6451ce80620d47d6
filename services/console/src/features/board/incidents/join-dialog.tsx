import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../commands/failure-notice.js';
import { ResultsTable } from '../commands/results-table.js';
import { useCommandMany } from '../commands/use-command-many.js';
import { caseNumbersOf } from './case-numbers.js';

interface Values {
  incident: string;
  numbers: string;
}

/** Joins cases to the one that stands for them; the first that join make it an incident. */
export function JoinDialog({ incident, onClose }: { incident?: string; onClose: () => void }) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const join = useCommandMany('join-incident');
  const results = join.data?.items;
  const areNumbers = (most: number) => (_: unknown, text: string) => {
    const { numbers, wrong } = caseNumbersOf(text ?? '');
    const isRight = wrong.length === 0 && numbers.length > 0 && numbers.length <= most;
    return isRight ? Promise.resolve() : Promise.reject(new Error(t('incidents.needNumber')));
  };
  const send = (values: Values) =>
    join.mutate({
      cases: caseNumbersOf(values.numbers).numbers.map((number) => ({ case: number })),
      body: { incident: values.incident.trim() },
    });
  return (
    <Modal
      open
      title={results ? t('results.title') : t('incidents.declare')}
      onCancel={onClose}
      footer={
        results ? (
          <Button type="primary" onClick={onClose}>
            {t('results.close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('results.cancel')}</Button>
            <Button type="primary" loading={join.isPending} onClick={() => form.submit()}>
              {t('incidents.join')}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <ResultsTable results={results} cases={[]} />
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ incident: incident ?? '', numbers: '' }}
          onFinish={send}
        >
          <FailureNotice error={join.error} />
          <p>{t('incidents.declareHint')}</p>
          <Form.Item
            name="incident"
            label={t('incidents.incident')}
            validateTrigger="onBlur"
            rules={[{ validator: areNumbers(1) }]}
          >
            <Input disabled={incident !== undefined} autoFocus={incident === undefined} />
          </Form.Item>
          <Form.Item
            name="numbers"
            label={t('incidents.numbers')}
            validateTrigger="onBlur"
            rules={[{ validator: areNumbers(1_000) }]}
          >
            <Input.TextArea
              autoFocus={incident !== undefined}
              autoSize={{ minRows: 4, maxRows: 12 }}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
