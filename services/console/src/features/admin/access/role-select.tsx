import { Select } from 'antd';
import type { SelectProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { roles } from '../../../session/session.js';
import type { Role } from '../../../session/session.js';

/** One or several roles by their names. */
export function RoleSelect(props: Omit<SelectProps<Role[]>, 'options' | 'mode'>) {
  const { t } = useTranslation('admin');
  return (
    <Select<Role[]>
      {...props}
      mode="multiple"
      options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
    />
  );
}
