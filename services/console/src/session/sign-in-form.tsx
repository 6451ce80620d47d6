import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import type { Session } from './session.js';

interface Credentials {
  username: string;
  password: string;
}

export function SignInForm(props: { username?: string; onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation();
  const signIn = useMutation({
    mutationFn: (body: Credentials) => bodyOf(api.POST('/api/v1/session', { body })),
    onSuccess: props.onSignedIn,
  });
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ username: props.username ?? '' }}
      onFinish={(values) => signIn.mutate(values)}
    >
      {signIn.error && (
        <ProblemNotice
          error={signIn.error}
          words={{ unauthenticated: t('signIn.refused'), 'rate-limited': t('signIn.locked') }}
        />
      )}
      <Form.Item
        name="username"
        label={t('signIn.username')}
        rules={[{ required: true, message: t('signIn.needUsername') }]}
      >
        <Input autoComplete="username" autoFocus={!props.username} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.needPassword') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus={!!props.username} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}
