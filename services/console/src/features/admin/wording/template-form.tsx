import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { FormDialog } from '../form-dialog.js';
import { useSeenVersion } from '../seen-version.js';
import { useCommand } from '../use-command.js';
import { messageKinds } from '../../../shared/message-kinds.js';

export const readTemplates = () => bodyOf(api.GET('/api/v1/message-templates'));
export type Template = Awaited<ReturnType<typeof readTemplates>>['templates'][number];

const languages = ['zh-CN', 'en'] as const;

/** One template; all are published together, as the next version. */
export function TemplateForm(props: {
  edited: Partial<Template> | undefined;
  version: number;
  templates: readonly Template[];
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const { edited, version, templates, onClose } = props;
  const isNew = edited?.id === undefined;
  const { seen, onRefused } = useSeenVersion(edited, version);
  const save = useCommand(
    (template: Template) => {
      const isKnown = templates.some(({ id }) => id === template.id);
      const next = isKnown
        ? templates.map((one) => (one.id === template.id ? template : one))
        : [...templates, template];
      return bodyOf(
        api.PUT('/api/v1/message-templates', {
          params: { query: { expectedVersion: seen } },
          body: { templates: next },
        }),
      );
    },
    { stale: [['templates']], done: t('saved'), onDone: onClose, onRefused },
  );
  return (
    <FormDialog<Template>
      isOpen={edited !== undefined}
      title={isNew ? t('templates.add') : edited?.name}
      okText={t('save')}
      save={save}
      onClose={onClose}
      initialValues={{ kind: 'interim', language: 'zh-CN', ...edited }}
      width={720}
    >
      <Form.Item
        name="id"
        label={t('organisation.code')}
        rules={[
          { required: true, message: t('templates.needId') },
          {
            validator: async (_, id: string) => {
              if (isNew && templates.some((one) => one.id === id)) {
                throw new Error(t('templates.takenId'));
              }
            },
          },
        ]}
      >
        <Input disabled={!isNew} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('templates.name')}
        rules={[{ required: true, max: 100, message: t('needName') }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="kind" label={t('templates.kind')}>
        <Select
          options={messageKinds.map((value) => ({ value, label: t(`templates.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="language" label={t('channels.language')}>
        <Select options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('templates.text')}
        extra={t('templates.textHelp')}
        rules={[{ required: true, max: 20_000, message: t('templates.needText') }]}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} />
      </Form.Item>
    </FormDialog>
  );
}
