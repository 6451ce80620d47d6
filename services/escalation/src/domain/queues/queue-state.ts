/** What is known of the queue of a case and of the work on it; each absent without any. */
export interface QueueFacts {
  /** Where somebody put it; until then the queue follows from the policy. */
  readonly queue?: string;
  readonly handling?: {
    readonly seconds: number;
    /** In the hotline's currency, as far as queues named one. */
    readonly cost?: number;
  };
}
