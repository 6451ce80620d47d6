interface Named {
  code: string;
  name: { zh: string; en: string };
}

/** Codes whose name, in either language, holds what somebody typed; none for what is no word. */
export function codesNamed(list: readonly Named[], typed: string): string[] {
  const sought = typed.trim().toLowerCase();
  if (!/\p{L}/u.test(sought)) return [];
  return list
    .filter(({ name }) => [name.zh, name.en].some((one) => one.toLowerCase().includes(sought)))
    .map(({ code }) => code);
}
