import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { Loaded } from '../../../shared/loaded.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { useCommand } from '../use-command.js';
import { closeSettled } from '../../../shared/close-settled.js';

interface Own {
  email: string;
  language: 'zh-CN' | 'en';
  timeZone: string;
}

async function readOwn(): Promise<Own | null> {
  try {
    return await bodyOf(api.GET('/api/v1/channels/own'));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

const stale = [['channels'], ['own-channel']];

/** Where the reader's own alerts are mailed to, in which language and time zone. */
export function OwnChannelWindow(props: {
  isOpen: boolean;
  onClose: () => void;
  onClosed?: () => void;
}) {
  const { t, i18n } = useTranslation('admin');
  const { isOpen, onClose: close, onClosed } = props;
  const [form] = Form.useForm<Own>();
  const own = useQuery({ queryKey: ['own-channel'], queryFn: readOwn });
  const save = useCommand((body: Own) => bodyOf(api.PUT('/api/v1/channels/own', { body })), {
    stale,
    done: t('saved'),
    onDone: close,
  });
  const end = useCommand(() => bodyOf(api.DELETE('/api/v1/channels/own')), {
    ...{ stale, done: t('channels.removed'), onDone: close },
  });
  const initial: Partial<Own> = own.data ?? {
    language: i18n.language === 'en' ? 'en' : 'zh-CN',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  return (
    <Modal
      open={isOpen}
      title={t('channels.own')}
      {...closeSettled(save.isPending || end.isPending, close)}
      afterClose={() => {
        save.reset();
        onClosed?.();
      }}
      destroyOnHidden
      footer={[
        own.data && (
          <Button key="end" danger onClick={() => end.mutate()} loading={end.isPending}>
            {t('channels.end')}
          </Button>
        ),
        <Button
          key="save"
          type="primary"
          disabled={own.data === undefined}
          onClick={() => form.submit()}
          loading={save.isPending}
        >
          {t('save')}
        </Button>,
      ]}
    >
      <Loaded asked={own}>
        {() => (
          <Form<Own>
            form={form}
            layout="vertical"
            preserve={false}
            initialValues={initial}
            onFinish={(values) => save.mutate(values)}
          >
            <Form.Item
              name="email"
              label={t('channels.email')}
              rules={[
                { required: true, type: 'email', max: 254, message: t('channels.needEmail') },
              ]}
            >
              <Input autoComplete="email" inputMode="email" />
            </Form.Item>
            <Form.Item name="language" label={t('channels.language')}>
              <Select
                options={(['zh-CN', 'en'] as const).map((value) => ({
                  value,
                  label: t(`languages.${value}`),
                }))}
              />
            </Form.Item>
            <Form.Item name="timeZone" label={t('channels.timeZone')} rules={[{ required: true }]}>
              <AutoComplete
                showSearch={{
                  filterOption: (typed, option) =>
                    String(option?.value).toLowerCase().includes(typed.toLowerCase()),
                }}
                options={Intl.supportedValuesOf('timeZone').map((value) => ({ value }))}
              />
            </Form.Item>
          </Form>
        )}
      </Loaded>
      {(save.error ?? end.error) && <ProblemNotice error={save.error ?? end.error} />}
    </Modal>
  );
}
