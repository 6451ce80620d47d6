/** What each customer's message says of its own case; `name` is absent of whom nobody knows by name. */
interface OwnFacts {
  readonly number: string;
  readonly name?: string | undefined;
}

/**
 * A text for many with what is each one's own: number and name, as templates of either language call them. Whatever
 * else stands in braces is left, for the check of the message to refuse.
 */
export function fillBlanks(text: string, { number, name }: OwnFacts): string {
  const filled: Readonly<Record<string, string>> = {
    ...{ '{number}': number, '{单号}': number },
    ...{ '{name}': name ?? 'customer', '{称呼}': name ?? '客户' },
  };
  return text.replaceAll(/\{[^{}\n]{1,40}\}/gu, (blank) => filled[blank] ?? blank);
}
