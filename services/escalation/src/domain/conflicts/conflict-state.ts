/** 回避: whom a case is about, and whom that keeps away from it. */
export interface Conflict {
  readonly accused: readonly string[];
  readonly conflicted: readonly string[];
}
