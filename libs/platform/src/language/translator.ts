/** Sentences by their source, both with `{name}` where a value stands. */
export type Sentences = Readonly<Record<string, string>>;

interface Pattern {
  readonly form: RegExp;
  readonly names: readonly string[];
  readonly translation: string;
  /** How much of the sentence is fixed: of two that fit, the one that says more is meant. */
  readonly fixed: number;
}

/**
 * Translates sentences that are made where their reader's language is not known: it finds the sentence that a text
 * was made from, takes its values out and puts them into the translation. A value that is itself a sentence or a
 * word of `words` is translated too, as are lists of such; any other, such as a code, stays as it is.
 * @returns the translation, or the text itself when no sentence fits
 */
export function createTranslator(sentences: Sentences, words: Sentences): (text: string) => string {
  const whole = new Map<string, string>();
  const patterns: Pattern[] = [];
  for (const [source, translation] of Object.entries(sentences)) {
    if (source.includes('{')) patterns.push(patternOf(source, translation));
    else whole.set(source, translation);
  }
  patterns.sort((one, other) => other.fixed - one.fixed);

  const translate = (text: string): string => {
    const known = whole.get(text);
    if (known !== undefined) return known;
    for (const { form, names, translation } of patterns) {
      const found = form.exec(text);
      if (!found) continue;
      const values = new Map(names.map((name, index) => [name, valueOf(found[index + 1] ?? '')]));
      return translation.replace(blank, (_, name: string) => values.get(name) ?? '');
    }
    return text;
  };
  const valueOf = (value: string): string => {
    const items = value.split(', ');
    if (items.length === 1) return words[value] ?? translate(value);
    const known = items.map(valueOf);
    // A sentence may hold a comma, and a wide one fits a list: what is known item by item is a list.
    const isList = known.every((word, index) => word !== items[index]);
    const word = isList ? value : translate(value);
    return word === value ? known.join('、') : word;
  };
  return translate;
}

const blank = /\{(\w+)\}/g;

function patternOf(source: string, translation: string): Pattern {
  const names = [...source.matchAll(blank)].map(([, name]) => name!);
  const literals = source.split(/\{\w+\}/);
  const form = new RegExp(`^${literals.map(escaped).join('(.*?)')}$`, 's');
  return { form, names, translation, fixed: literals.join('').length };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
