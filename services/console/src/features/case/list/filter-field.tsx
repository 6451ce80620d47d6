import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../shared/field.js';
import { useWords } from '../words.js';
import { takesSeveral } from './list-address.js';
import type { FilterName } from './list-address.js';

export interface FilterChoice {
  value: string;
  label: string;
}

interface Props {
  name: FilterName;
  choices: readonly FilterChoice[];
  /** As the address has it. */
  value: string | undefined;
  isDisabled: boolean;
  onChange: (value: string | undefined) => void;
}

/** What a list is narrowed by in one respect: any of the values that are chosen. */
export function FilterField({ name, choices, value, isDisabled, onChange }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const common = {
    id: `case-${name}`,
    allowClear: true,
    showSearch: { optionFilterProp: 'label' },
    disabled: isDisabled,
    placeholder: t('list.any'),
    options: [...choices],
  };
  return (
    <Field label={words.field(name)} id={common.id} className="case-slim">
      {takesSeveral(name) ? (
        <Select<string[], FilterChoice>
          {...common}
          mode="multiple"
          maxTagCount={1}
          maxTagTextLength={18}
          maxTagPlaceholder={(left) => `+${left.length}`}
          className="case-several"
          value={value ? value.split(',') : []}
          onChange={(chosen) => onChange(chosen.join(',') || undefined)}
        />
      ) : (
        <Select<string | null, FilterChoice>
          {...common}
          value={value ?? null}
          onChange={(chosen) => onChange(chosen ?? undefined)}
        />
      )}
    </Field>
  );
}
