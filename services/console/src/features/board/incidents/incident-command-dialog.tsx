import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { AgentSelect } from '../agent-select.js';
import { boardKey } from '../board-queries.js';
import type { NamedCase } from '../board-types.js';
import { ResultsDialog } from '../commands/results-dialog.js';

const commands = ['add-note', 'assign', 'resolve', 'close'] as const;
type Command = (typeof commands)[number];
const closeReasons = [
  'customer-informed',
  'customer-agreed',
  'customer-unreachable',
  'no-callback-wanted',
  'other',
] as const;

interface Values {
  text?: string;
  owner?: string;
  reason?: (typeof closeReasons)[number];
}

function bodyFor(command: Command, { text, owner, reason }: Values): Record<string, unknown> {
  switch (command) {
    case 'add-note':
      return { text };
    case 'assign':
      return { owner, reason: 'workload', ...(text && { note: text }) };
    case 'resolve':
      return { resolution: text };
    case 'close':
      return { reason, ...(text && { note: text }) };
  }
}

/** One command for every case of an incident; each is decided for itself, and the results are shown one by one. */
export function IncidentCommandDialog(props: {
  incident: NamedCase;
  cases: readonly NamedCase[];
  onClose: () => void;
}) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const [command, setCommand] = useState<Command>('add-note');
  const { incident, cases, onClose } = props;
  const path = { id: incident.id, command };
  const send = useMutation({
    mutationFn: (values: Values) =>
      bodyOf(
        api.POST('/api/v1/cases/{id}/incident/commands/{command}', {
          params: { path },
          body: { body: bodyFor(command, values) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const needsText = command === 'add-note' || command === 'resolve';
  return (
    <ResultsDialog<Values>
      title={t('incidents.command')}
      submit={t('incidents.submit')}
      {...{ form, onClose }}
      initialValues={{ reason: 'customer-informed' }}
      cases={[...cases, incident]}
      sending={{ results: send.data?.items, error: send.error }}
      isBusy={send.isPending}
      onSend={(values) => send.mutate(values)}
    >
      <p>{t('incidents.commandHint')}</p>
      <Form.Item>
        <Segmented<Command>
          aria-label={t('incidents.command')}
          options={commands.map((value) => ({
            value,
            label: t(`incidents.commands.${value}`),
          }))}
          value={command}
          onChange={setCommand}
        />
      </Form.Item>
      {command === 'assign' && (
        <Form.Item
          name="owner"
          label={t('reassign.owner')}
          rules={[{ required: true, message: t('reassign.needOwner') }]}
        >
          <AgentSelect />
        </Form.Item>
      )}
      {command === 'close' && (
        <Form.Item name="reason" label={t('incidents.closeReason')}>
          <Select
            options={closeReasons.map((value) => ({
              value,
              label: t(`incidents.closeReasons.${value}`),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="text"
        label={t(command === 'resolve' ? 'incidents.resolution' : 'incidents.note')}
        extra={t('reassign.noteHint')}
        rules={[{ required: needsText, whitespace: true, message: t('incidents.needText') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
    </ResultsDialog>
  );
}
