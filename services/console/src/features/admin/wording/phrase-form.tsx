import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../form-dialog.js';
import { useSeenVersion } from '../seen-version.js';
import { useCommand } from '../use-command.js';
import { publishCoach, wordsOf } from './coach-requests.js';
import type { Coach, Phrase } from './coach-requests.js';

const languages = ['zh-CN', 'en'] as const;

/** One phrase; the whole list is published with it, as the next version. */
export function PhraseForm(props: {
  coach: Coach;
  edited: Partial<Phrase> | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const { coach, edited, onClose } = props;
  const isNew = edited?.id === undefined;
  const { seen, onRefused } = useSeenVersion(edited, coach.version);
  const save = useCommand(
    ({ except = [], ...phrase }: Phrase) => {
      const words = wordsOf(coach);
      const whole = { ...phrase, ...(except.length > 0 && { except }) };
      const phrases = words.phrases.some(({ id }) => id === phrase.id)
        ? words.phrases.map((one) => (one.id === phrase.id ? whole : one))
        : [...words.phrases, whole];
      return publishCoach(seen, { ...words, phrases });
    },
    { stale: [['coach']], done: t('saved'), onDone: onClose, onRefused },
  );
  const required = (max: number) => [{ required: true, max, message: t('coach.need', { max }) }];
  return (
    <FormDialog<Phrase>
      isOpen={edited !== undefined}
      title={isNew ? t('coach.add') : edited?.phrase}
      okText={t('save')}
      save={save}
      onClose={onClose}
      initialValues={{ language: 'zh-CN', ...edited }}
      width={640}
    >
      <Form.Item
        name="id"
        label={t('organisation.code')}
        rules={[
          { required: true, message: t('templates.needId') },
          {
            validator: async (_, id: string) => {
              if (isNew && coach.phrases.some((one) => one.id === id)) {
                throw new Error(t('templates.takenId'));
              }
            },
          },
        ]}
      >
        <Input disabled={!isNew} autoComplete="off" />
      </Form.Item>
      <Form.Item name="language" label={t('channels.language')}>
        <Select options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))} />
      </Form.Item>
      <Form.Item name="phrase" label={t('coach.phrase')} rules={required(100)}>
        <Input />
      </Form.Item>
      <Form.Item name="except" label={t('coach.except')} extra={t('coach.exceptHelp')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="advised" label={t('coach.advised')} rules={required(400)}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name={['why', 'zh']} label={t('coach.whyZh')} rules={required(400)}>
        <Input />
      </Form.Item>
      <Form.Item name={['why', 'en']} label={t('coach.whyEn')} rules={required(400)}>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
