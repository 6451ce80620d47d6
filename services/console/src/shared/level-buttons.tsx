import { Radio } from 'antd';
import type { RadioGroupProps } from 'antd';

interface Props extends Omit<RadioGroupProps, 'value' | 'onChange' | 'options'> {
  levels: readonly { value: number; label: string }[];
  /** One of them stays chosen. */
  isRequired?: boolean;
  value?: number | undefined;
  onChange?: (value: number | undefined) => void;
}

/** Levels as buttons in a row; whoever presses the chosen one again, by the pointer or with Space, chooses none. */
export function LevelButtons(props: Props) {
  const { levels, isRequired = false, value: chosen, onChange, ...group } = props;
  const canLeave = (value: number) => !isRequired && value === chosen;
  return (
    <Radio.Group
      {...group}
      value={chosen ?? null}
      onChange={(event) => onChange?.(event.target.value as number)}
    >
      {levels.map(({ value, label }) => (
        <Radio.Button
          key={value}
          value={value}
          // A radio that is chosen already tells of no change.
          onClick={() => {
            if (canLeave(value)) onChange?.(undefined);
          }}
          // Nor is it pressed by Space.
          onKeyDown={(event) => {
            if (event.key !== ' ' || !canLeave(value)) return;
            event.preventDefault();
            onChange?.(undefined);
          }}
        >
          {label}
        </Radio.Button>
      ))}
    </Radio.Group>
  );
}
