import { Select } from 'antd';
import type { SelectProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { roles } from '../session/session.js';
import type { Role } from '../session/session.js';

/** One or several roles by their names; `only` are those that make sense. */
export function RoleSelect(
  props: Omit<SelectProps<Role[]>, 'options' | 'mode'> & { only?: readonly Role[] },
) {
  const { t } = useTranslation();
  const { only = roles, ...others } = props;
  return (
    <Select<Role[]>
      {...others}
      mode="multiple"
      options={only.map((value) => ({ value, label: t(`roles.${value}`) }))}
    />
  );
}
