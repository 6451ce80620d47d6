import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../session/session.js';

export function RoleTags({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  return roles.map((role) => (
    <Tag key={role} color={role === 'admin' ? 'red' : undefined}>
      {t(`roles.${role}`)}
    </Tag>
  ));
}
