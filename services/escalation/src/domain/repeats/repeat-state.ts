import type { NamedCase } from '../merging/merge-command.js';

/** What is known of repeats of a case, and who asked to see it; each absent without any. */
export interface RepeatFacts {
  /** Earlier cases that this one repeats. */
  readonly repeatOf?: readonly NamedCase[];
  /** Earlier cases that only seemed the same. */
  readonly noRepeatOf?: readonly NamedCase[];
  /** Later cases that repeat this one. */
  readonly repeatedBy?: readonly NamedCase[];
  readonly joiners?: readonly { readonly agent: string; readonly isLetIn?: boolean }[];
}
