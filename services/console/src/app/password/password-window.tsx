import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, useCsrfToken as carryCsrfToken } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { sessionKey } from '../../session/session-gate.js';
import { useSession } from '../../session/session.js';
import type { Session } from '../../session/session.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { say } from '../../shared/say.js';
import { faultsOf, passwordLength } from './faults-of.js';

interface Entered {
  current: string;
  next: string;
  again: string;
}

/** Somebody's own password: the one they have, and twice the one they want. */
export function PasswordWindow(props: {
  isOpen: boolean;
  onClose: () => void;
  onClosed: () => void;
}) {
  const { t } = useTranslation('password');
  const { isOpen, onClose, onClosed } = props;
  return (
    <Modal
      open={isOpen}
      destroyOnHidden
      title={t('title')}
      footer={null}
      onCancel={onClose}
      afterClose={onClosed}
    >
      <PasswordForm onDone={onClose} />
    </Modal>
  );
}

/**
 * A session that began under another password is not prolonged: one under the new password takes its place. Where none
 * begins, the one that is there lasts out its hours, and then the console asks.
 */
async function changePassword(
  username: string,
  { current, next }: Entered,
): Promise<Session | undefined> {
  await bodyOf(api.POST('/api/v1/password', { body: { current, next } }));
  const body = { username, password: next };
  return bodyOf(api.POST('/api/v1/session', { body })).catch(() => undefined);
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('password');
  const { username } = useSession();
  const client = useQueryClient();
  const [form] = Form.useForm<Entered>();
  const words = { wrong: t('wrong'), locked: t('locked') };
  const change = useMutation({
    mutationFn: (entered: Entered) => changePassword(username, entered),
    onSuccess: (session) => {
      if (session) {
        carryCsrfToken(session.csrf);
        client.setQueryData(sessionKey, session);
      }
      say('success', t('done'));
      onDone();
    },
    onError: async (error) => {
      // Whoever is no longer signed in is refused like that too: then the page is asked to sign in, and nothing is wrong.
      if (error instanceof ApiProblem && error.kind === 'unauthenticated') {
        await client.refetchQueries({ queryKey: sessionKey });
        if (client.getQueryData(sessionKey) === null) return;
      }
      form.setFields(
        faultsOf(error, words).map(({ field, text }) => ({ name: field, errors: [text] })),
      );
    },
  });
  const isOfNoField = change.error !== null && faultsOf(change.error, words).length === 0;
  return (
    <Form<Entered>
      name="own-password"
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => change.mutate(entered)}
    >
      <Typography.Paragraph type="secondary">{t('elsewhere')}</Typography.Paragraph>
      {isOfNoField && <ProblemNotice error={change.error} />}
      {/* Whatever keeps somebody's passwords learns whose this is. */}
      <input hidden readOnly autoComplete="username" value={username} />
      <Form.Item
        name="current"
        label={t('current')}
        rules={[{ required: true, message: t('needCurrent') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('next')}
        rules={[{ required: true, ...passwordLength, message: t('length') }]}
        extra={t('length')}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('again')}
        dependencies={['next']}
        rules={[
          { required: true, message: t('needAgain') },
          ({ getFieldValue }) => ({
            validator: (_rule, again: string) =>
              !again || again === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {t('submit')}
      </Button>
    </Form>
  );
}
