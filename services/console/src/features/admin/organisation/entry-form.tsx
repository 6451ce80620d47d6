import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { useNamed } from '../../../shared/use-named.js';
import { FormDialog } from '../form-dialog.js';
import { useCommand } from '../use-command.js';
import { codePattern } from './code-pattern.js';
import type { Entry, Kind } from './read-organisation.js';

/** A unit, category or product: a new one, or a known one whose code stays. */
export function EntryForm(props: {
  kind: Kind;
  entry: Partial<Entry> | undefined;
  others: readonly Entry[];
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const named = useNamed();
  const { kind, entry, others, onClose } = props;
  const isNew = entry?.code === undefined;
  const save = useCommand(
    ({ code, name, parent, active }: Entry) =>
      bodyOf(
        api.POST('/api/v1/organisation', {
          body: { [kind]: [{ code, name, active, ...(parent && { parent }) }] },
        }),
      ),
    { stale: [['organisation']], done: t('saved'), onDone: onClose },
  );
  return (
    <FormDialog<Entry>
      isOpen={entry !== undefined}
      title={isNew ? t(`organisation.add.${kind}`) : entry?.code}
      okText={t('save')}
      save={save}
      onClose={onClose}
      initialValues={{ active: true, ...entry }}
    >
      <Form.Item
        name="code"
        label={t('organisation.code')}
        extra={isNew && t('organisation.codeHelp')}
        rules={[{ required: true, pattern: codePattern, message: t('organisation.codeRule') }]}
      >
        <Input disabled={!isNew} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['name', 'zh']}
        label={t('nameZh')}
        rules={[{ required: true, max: 200, message: t('needName') }]}
      >
        <Input />
      </Form.Item>
      <Form.Item
        name={['name', 'en']}
        label={t('nameEn')}
        rules={[{ required: true, max: 200, message: t('needName') }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="parent" label={t('organisation.parent')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={others
            .filter(({ code }) => code !== entry?.code)
            .map(({ code, name }) => ({ value: code, label: `${named(name)} · ${code}` }))}
        />
      </Form.Item>
      <Form.Item
        name="active"
        label={t('organisation.active')}
        extra={t('organisation.activeHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
