/** A condition on complaints `c`, or on them and their customers `k`; `$1` and so on are its values. */
export interface SearchPart {
  of: 'complaint' | 'customer';
  where: string;
  values: string[];
  /** Where `where` has no index: a wider condition that has one. Texts that are read anyway don't need it. */
  narrowed?: string;
  /** Half of all complaints may fit it: then the newest ones are soon found without the index. */
  mayBeFrequent?: true;
}
