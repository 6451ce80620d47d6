import type { caseCommandBodies, CaseCommandName, Envelope } from '#contracts';
import type { z } from 'zod';

/** Seals free texts under the key of the case's customer, by name. */
export type Seal = (texts: Record<string, string>) => Promise<Record<string, Envelope>>;

/** A command's name with its parsed body. */
export type CommandInput = {
  [N in CaseCommandName]: { name: N; input: z.infer<(typeof caseCommandBodies)[N]> };
}[CaseCommandName];
