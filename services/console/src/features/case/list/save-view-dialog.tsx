import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasRole, useSession } from '../../../session/session.js';
import type { Role } from '../../../session/session.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { RoleSelect } from '../../../shared/role-select.js';
import type { ListView } from './list-address.js';
import { saveView } from './saved-views.js';
import type { SavedView } from './saved-views.js';
import { closeSettled } from '../../../shared/close-settled.js';

/** Who may let others have a view, and who reads cases at all. */
const sharing: readonly Role[] = ['supervisor', 'manager', 'admin'];
const readers: readonly Role[] = ['agent', ...sharing];

interface Given {
  name: string;
  sharedWith?: Role[];
}

/** Asks under which name, and for whom, a list is kept: as a new view, or in place of the one that is `changed`. */
export function SaveViewDialog(props: {
  view: ListView;
  changed?: SavedView | undefined;
  onCopyLink: (id: string) => void;
  onSaved: (saved: SavedView) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('casePage');
  const { view, changed, onCopyLink, onSaved, onClose } = props;
  const [form] = Form.useForm<Given>();
  const mayShare = hasRole(useSession(), sharing);
  const save = useMutation({
    mutationFn: ({ name, sharedWith = [] }: Given) =>
      saveView(view, { name, sharedWith }, changed?.id),
    onSuccess: onSaved,
  });
  return (
    <Modal
      open
      title={changed ? t('views.edit') : t('views.saveAs')}
      okText={t('views.save')}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
      {...closeSettled(save.isPending, onClose)}
    >
      <Typography.Paragraph type="secondary">{t('views.about')}</Typography.Paragraph>
      {save.error && <ProblemNotice error={save.error} />}
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{ name: changed?.name ?? '', sharedWith: changed?.sharedWith ?? [] }}
        onFinish={(given) => save.mutate(given)}
      >
        <Form.Item
          name="name"
          label={t('views.name')}
          rules={[{ required: true, whitespace: true, max: 60, message: t('views.needName') }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        {mayShare && (
          <Form.Item name="sharedWith" label={t('views.sharedWith')} extra={t('views.sharedHelp')}>
            {/* Upwards: below it is what saves. */}
            <RoleSelect only={readers} placement="topLeft" />
          </Form.Item>
        )}
      </Form>
      {changed && <Button onClick={() => onCopyLink(changed.id)}>{t('views.copyLink')}</Button>}
    </Modal>
  );
}
