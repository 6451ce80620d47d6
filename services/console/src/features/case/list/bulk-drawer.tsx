import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Flex, Form, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { CommandField } from '../actions/command-field.js';
import { fieldsToAsk } from '../actions/fields-to-ask.js';
import { bodyOfForm } from '../actions/to-body.js';
import type { CommandName } from '../words.js';
import type { ListedCase } from './use-cases.js';

/** What is done to many cases at once; each decides for itself. */
export const bulkCommands = [
  ...([
    'assign',
    'transfer',
    'co-handle',
    'change-priority',
    'change-severity',
    'change-tier',
  ] as const),
  ...(['move-to-queue', 'add-note', 'pause', 'resume', 'close', 'snooze-reminders'] as const),
] as const satisfies readonly CommandName[];

interface Props {
  command: CommandName;
  cases: readonly ListedCase[];
  onClose: () => void;
}

/** One command for many cases, with the result of each: what was refused says why and is left as it was. */
export function BulkDrawer({ command, cases, onClose }: Props) {
  const { t } = useTranslation('casePage');
  const client = useQueryClient();
  const [form] = Form.useForm<Record<string, unknown>>();
  const give = useMutation({
    mutationFn: (values: Record<string, unknown>) => {
      const named = cases.map(({ id, version }) => ({ case: id, expectedVersion: version }));
      const path = { params: { path: { command } } };
      const body = { cases: named, body: bodyOfForm(values) };
      return bodyOf(api.POST('/api/v1/cases/commands/{command}', { ...path, body }));
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: ['cases'] }),
  });
  // Cases have no clocks in common: each pauses those that it can.
  const fields = fieldsToAsk(command, ['clocks']);
  const results = give.data?.items;
  const refused = results?.filter(({ problem }) => problem).length ?? 0;
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  return (
    <Drawer
      open
      size={560}
      title={t('bulk.title', { command: t(`commands.${command}`), count: cases.length })}
      onClose={onClose}
      footer={
        <Flex gap="small" justify="end">
          <Button onClick={onClose}>{results ? t('bulk.close') : t('form.cancel')}</Button>
          {!results && (
            <Button type="primary" loading={give.isPending} onClick={() => form.submit()}>
              {t(`commands.${command}`)}
            </Button>
          )}
        </Flex>
      }
    >
      {give.error && <ProblemNotice error={give.error} />}
      {results ? (
        <>
          <Alert
            type={refused > 0 ? 'warning' : 'success'}
            showIcon
            role="status"
            title={t('bulk.result', { done: results.length - refused, refused })}
          />
          <Table
            virtual
            size="small"
            pagination={false}
            rowKey="index"
            scroll={{ x: 500, y: 480 }}
            dataSource={results.toSorted((one) => (one.problem ? -1 : 1))}
            columns={[
              {
                title: t('bulk.case'),
                width: 160,
                render: (_value, one) => numbers.get(one.case) ?? one.case,
              },
              {
                title: t('bulk.outcome'),
                width: 340,
                render: (_value, { status, problem }) => {
                  if (!problem) return status === 202 ? t('bulk.waits') : t('bulk.done');
                  return String(problem['detail'] ?? problem.title);
                },
              },
            ]}
          />
        </>
      ) : (
        <Form form={form} layout="vertical" onFinish={(values) => give.mutate(values)}>
          {fields.map((field) => (
            <CommandField key={field.name} field={field} />
          ))}
        </Form>
      )}
    </Drawer>
  );
}
