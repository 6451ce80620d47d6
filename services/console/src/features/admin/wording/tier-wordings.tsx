import { Collapse, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { tiers } from './answer-requests.js';

/** What is said to customers of each tier; a tier without its own wording hears the standard one. */
export function TierWordings() {
  const { t } = useTranslation('admin');
  return (
    <Collapse
      defaultActiveKey={['standard']}
      style={{ marginBottom: 24 }}
      items={tiers.map((tier) => ({
        key: tier,
        label: t('answers.wordingFor', { tier: t(`tiers.${tier}`) }),
        forceRender: true,
        children: (['zh', 'en'] as const).map((language) => (
          <div key={language}>
            <Form.Item
              name={['tiers', tier, 'wording', language]}
              label={t(`answers.wording.${language}`)}
              rules={
                tier === 'standard' ? [{ required: true, message: t('answers.needWording') }] : []
              }
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4_000} />
            </Form.Item>
            <Form.Item
              name={['tiers', tier, 'benefit', language]}
              label={t(`answers.benefit.${language}`)}
            >
              <Input maxLength={1_000} />
            </Form.Item>
          </div>
        )),
      }))}
    />
  );
}
