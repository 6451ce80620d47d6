import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NamedCase } from '../board-types.js';
import { CommandManyDialog } from '../commands/command-many-dialog.js';

/** Takes cases with another cause out of an incident. */
export function LeaveDialog(props: { cases: readonly NamedCase[]; onClose: () => void }) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<object>();
  return (
    <CommandManyDialog<object>
      {...props}
      command="leave-incident"
      title={t('incidents.leave')}
      submit={t('incidents.leave')}
      form={form}
      initialValues={{}}
      toBody={() => ({})}
    >
      <p>{t('incidents.leaveSure')}</p>
    </CommandManyDialog>
  );
}
