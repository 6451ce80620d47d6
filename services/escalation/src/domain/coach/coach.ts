import { findThreatSigns } from '#contracts';
import type {
  CoachAdvice,
  CoachBody,
  CustomerType,
  Language,
  Severity,
  WordingFinding,
} from '#contracts';
import { compileTerms } from './term-matcher.js';
import type { FindTerms, Term } from './term-matcher.js';

const severities: readonly Severity[] = ['low', 'normal', 'high', 'critical'];

type Phrase = CoachBody['phrases'][number] & Term;
type Signs = CoachBody['signs'];

/** What the hotline bans and looks for, compiled once: a text is then read in one pass per kind of term. */
export class Coach {
  private readonly phrases: FindTerms<Phrase>;
  private readonly severity: FindTerms<Signs['severity'][number]>;
  private readonly emotion: FindTerms<Signs['emotion'][number]>;
  private readonly types: FindTerms<Signs['customerType'][number]>;

  constructor(
    readonly version: number,
    readonly body: CoachBody,
  ) {
    this.phrases = compileTerms(body.phrases.map((one) => ({ ...one, term: one.phrase })));
    this.severity = compileTerms(body.signs.severity);
    this.emotion = compileTerms(body.signs.emotion);
    this.types = compileTerms(body.signs.customerType);
  }

  /** The banned phrases of a text, in the order in which they stand there; what is quoted somebody else said. */
  findPhrases(text: string, language?: Language): WordingFinding[] {
    const quoted = quotationsOf(text);
    const isOwn = ({ start }: { start: number }) =>
      !quoted.some((one) => one.start <= start && start < one.end);
    const found = this.phrases(text, language).filter(isOwn);
    return found.map(({ term, start, end }) => ({
      id: term.id,
      language: term.language,
      phrase: term.phrase,
      start,
      end,
      advised: term.advised,
      why: term.why,
    }));
  }

  /** The first advice that a text holds as it was given, with its dots: nobody has written what belongs there. */
  findUnfinished(text: string): string | undefined {
    return this.body.phrases
      .map(({ advised }) => advised)
      .find((advised) => dots.test(advised) && text.includes(advised));
  }

  /** Everything a text shows: what is better said otherwise, how grave it is, how the customer feels. */
  advise(text: string, language?: Language): CoachAdvice {
    return {
      version: this.version,
      wording: this.findPhrases(text, language),
      severity: this.severityOf(text, language),
      emotionLevel: this.emotionOf(text, language),
      threats: findThreatSigns(text),
      customerTypes: this.typesOf(text, language),
    };
  }

  /** The gravest sign counts. */
  private severityOf(text: string, language?: Language): CoachAdvice['severity'] {
    const found = this.severity(text, language).map(({ term }) => term);
    const gravest = Math.max(-1, ...found.map((term) => severities.indexOf(term.severity)));
    const value = severities[gravest];
    if (!value) return null;
    return { value, because: named(found.filter(({ severity }) => severity === value)) };
  }

  /** The strongest sign counts; several different ones of some strength make it one stronger. */
  private emotionOf(text: string, language?: Language): CoachAdvice['emotionLevel'] {
    const found = this.emotion(text, language).map(({ term }) => term);
    if (found.length === 0) return null;
    const strongest = Math.max(...found.map(({ level }) => level));
    const because = named(found);
    const isHeated = strongest >= 3 && because.length >= 3;
    return { value: Math.min(5, strongest + (isHeated ? 1 : 0)), because };
  }

  /** Types with a sign of them, the one with most signs first. */
  private typesOf(text: string, language?: Language): CoachAdvice['customerTypes'] {
    const signs = new Map<CustomerType, Term[]>();
    for (const { term } of this.types(text, language)) {
      signs.set(term.type, [...(signs.get(term.type) ?? []), term]);
    }
    return [...signs]
      .sort(([, a], [, b]) => b.length - a.length)
      .flatMap(([type, terms]) => {
        const known = this.body.customerTypes.find((one) => one.type === type);
        if (!known) return [];
        return [{ type, name: known.name, because: named(terms), hints: known.hints }];
      });
  }
}

/** What an advice leaves to whoever writes. */
const dots = /…|\.\.\./u;
const quotation = /“[^”]*”|「[^」]*」|"[^"\n]*"/gu;

const quotationsOf = (text: string) =>
  [...text.matchAll(quotation)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));

const named = (terms: readonly Term[]) => [...new Set(terms.map(({ term }) => term))];
