import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { DemoLogins } from './demo-logins.js';
import type { Session } from './session.js';

interface Credentials {
  username: string;
  password: string;
}

/** `isFirst`: on the page of nobody, where a demo offers its log-ins. */
export function SignInForm(props: {
  username?: string;
  isFirst?: boolean;
  onSignedIn: (session: Session) => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const signIn = useMutation({
    mutationFn: (body: Credentials) => bodyOf(api.POST('/api/v1/session', { body })),
    onSuccess: props.onSignedIn,
  });
  return (
    <Form<Credentials>
      form={form}
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
      {props.isFirst && <DemoLogins onChosen={(one) => form.setFieldsValue(one)} />}
    </Form>
  );
}
