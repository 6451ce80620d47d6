import { BodyText, Problem } from '#platform';
import { readPolicyText } from '#sla';
import type { PolicyText } from '#sla';

/** Far more than a policy of a whole country; its problems are searched for while others wait. */
const longestText = 1024 * 1024;

/**
 * A policy or a calendar as it came, with the lines of its parts.
 * @throws Problem `validation` when it can't be read at all, `too-large` above 1 MB
 */
export function readBody(body: unknown): Omit<PolicyText, 'problems'> {
  if (!(body instanceof BodyText)) return { input: body, lineOf: () => undefined };
  if (body.text.length > longestText) throw new Problem('too-large', { detail: 'At most 1 MB' });
  if (body.format === 'yaml') return readable(readPolicyText(body.text));
  let input: unknown;
  try {
    input = JSON.parse(body.text);
  } catch {
    const { problems } = readPolicyText(body.text);
    const message = 'The body is not JSON';
    const errors = problems.length > 0 ? problems : [{ path: '', rule: 'malformed', message }];
    throw new Problem('validation', { detail: message, errors: [...errors] });
  }
  // Lines are looked for only where a problem asks for one.
  let text: PolicyText | undefined;
  return { input, lineOf: (path) => (text ??= readPolicyText(body.text)).lineOf(path) };
}

function readable({ problems, ...text }: PolicyText) {
  if (problems.length === 0) return text;
  throw new Problem('validation', { detail: 'The body is not YAML', errors: [...problems] });
}
