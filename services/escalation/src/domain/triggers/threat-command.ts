import type { Envelope, Threat } from '#contracts';

/** What a customer threatens with, once the complaint is filed: in a call, or in what they wrote. */
export interface ThreatCommand {
  type: 'flag-threats';
  threats: readonly Threat[];
  /** Who says so: a person, or the words of a text. */
  source: 'agent' | 'text';
  note?: Envelope;
  by: string;
}
