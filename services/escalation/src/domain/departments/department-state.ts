/** One unit giving the case to the next. */
export interface TransferStep {
  readonly transferId: string;
  /** Absent where no unit had it. */
  readonly from?: string;
  readonly to: string;
  /** Who owned it before: it goes back to them when the unit gives it back. */
  readonly owner?: string;
  readonly clockId?: string;
  readonly at: number;
  readonly isAccepted: boolean;
}

/** Of a case that was transferred once at least. */
export interface DepartmentFacts {
  /** The way to the unit that has it, the latest step last; refused and finished steps are gone. */
  readonly route: readonly TransferStep[];
  /** Refusals since the last acceptance; absent without any. */
  readonly refusals?: number;
}
