interface Text {
  zh: string;
  en: string;
}
interface Wording {
  wording: Text;
  benefit?: Text;
}

/** A wording with something in it; a text in one language only is refused by the server, which says so. */
export function wordingOf(given: Partial<Wording> | undefined): Wording | undefined {
  const { wording, benefit } = given ?? {};
  if (!wording?.zh && !wording?.en) return undefined;
  const hasBenefit = Boolean(benefit?.zh) || Boolean(benefit?.en);
  return { wording, ...(hasBenefit && { benefit: benefit! }) };
}
