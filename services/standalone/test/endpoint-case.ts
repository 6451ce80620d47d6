import type { Answer } from './open-test-standalone.js';

/** What later cases know from earlier ones, by name. */
export type Known = Record<string, string>;

export interface EndpointCase {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` stands for something known. */
  path: string;
  as: string;
  headers?: (known: Known) => Record<string, string>;
  body?: object | ((known: Known) => object);
  status: number;
  /** A part of the answer. */
  answer?: object | ((known: Known) => object);
  /** Asked again until the answer is so: its cause travels through the logs. */
  isEventual?: true;
  learn?: (answer: Answer) => Known;
}
