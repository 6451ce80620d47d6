import type { DemoRun } from './demo-run.js';
import type { DemoText } from './demo-text.js';

export interface DemoScenario {
  name: string;
  title: DemoText;
  /** The product's time when it starts. */
  begins: string;
  /** How many times as fast as real time it goes to what falls due. */
  factor: number;
  /** The body of `POST /api/v1/organisation`. */
  organisation: object;
  people: readonly { username: string; roles: readonly string[]; agentId?: string }[];
  /** A file of infra/policies with what this hotline adds; absent: that of a new installation. */
  policy?: { preset: string; more?: object };
  play(run: DemoRun): Promise<void>;
}
