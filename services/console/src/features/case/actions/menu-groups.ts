import type { CommandName } from '../words.js';
import type { CommandGroup } from './offered.js';

/** What leads and owners do most: it stands in front of everything else. */
const often: readonly CommandName[] = [
  ...(['assign', 'request-extension', 'snooze-reminders', 'resume-reminders', 'transfer'] as const),
];

interface MenuGroup {
  name: CommandGroup['name'] | 'often';
  commands: readonly CommandName[];
}

/** The groups of a menu with the most usual in front, each command once; groups without any are left out. */
export function withOften(groups: readonly MenuGroup[]): MenuGroup[] {
  const usual = often.filter((one) => groups.some(({ commands }) => commands.includes(one)));
  return [
    { name: 'often' as const, commands: usual },
    ...groups.map(({ name, commands }) => ({
      name,
      commands: commands.filter((one) => !often.includes(one)),
    })),
  ].filter(({ commands }) => commands.length > 0);
}

/** Whether an entry is among those that are looked for, by its label. */
export const isSought = (label: string, sought: string): boolean =>
  label.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase());
