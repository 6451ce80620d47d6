import { EyeOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, useSession } from '../../../session/session.js';
import { onDemand } from '../../../shared/on-demand.js';
import { Waiting } from '../../../shared/waiting.js';

const PersonalViews = onDemand(
  async () => (await import('../../../shared/personal-views.js')).PersonalViews,
  <Waiting />,
);

/** Who viewed the personal data of this case, for those who may know. */
export function ViewersButton({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!hasRole(useSession(), ['manager', 'admin'])) return null;
  return (
    <>
      <Button icon={<EyeOutlined />} onClick={() => setOpen(true)}>
        {t('personalViews.title')}
      </Button>
      <Drawer
        open={isOpen}
        size={640}
        title={t('personalViews.title')}
        closable={{ 'aria-label': t('personalViews.close') }}
        destroyOnHidden
        onClose={() => setOpen(false)}
      >
        <PersonalViews id={id} />
      </Drawer>
    </>
  );
}
