/** The end of a section's address, and its text under `sections`. */
export type SectionName =
  | 'policies'
  | 'calendars'
  | 'users'
  | 'keys'
  | 'organisation'
  | 'queues'
  | 'answers'
  | 'questions'
  | 'templates'
  | 'coach'
  | 'webhooks'
  | 'channels'
  | 'failures'
  | 'parked'
  | 'health'
  | 'audit';
