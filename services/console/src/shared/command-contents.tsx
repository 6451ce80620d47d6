import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { standingOf } from './standing-of.js';
import type { Standing } from './standing-of.js';

/** How fields and their values are written, where the command is shown. */
interface ContentWords {
  field: (name: string) => string;
  value: (name: string, value: unknown) => string;
}

/** What a command that waits for a second person would do: of what it changes, what that is now and what it would be. */
export function CommandContents(props: {
  command: string;
  input: Readonly<Record<string, unknown>>;
  /** The case as it is; while it is not known, what would be stands alone. */
  of: Standing | undefined;
  words: ContentWords;
  title?: ReactNode;
}) {
  const { t } = useTranslation();
  const { command, input, of, words, title } = props;
  const told = (name: string, value: unknown) => {
    const after = words.value(name, value);
    const standing = of && standingOf(command, name, of);
    const before = standing === undefined ? after : words.value(name, standing);
    return before === after ? after : t('change', { before, after });
  };
  return (
    <Descriptions
      size="small"
      column={1}
      title={title}
      items={Object.entries(input)
        .filter(([name]) => name !== 'expectedVersion')
        .map(([name, value]) => ({
          key: name,
          label: words.field(name),
          children: told(name, value),
        }))}
    />
  );
}
