import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { SafetyCommand } from '../domain/safety/safety-command.js';

type SafetyInput = Extract<CommandInput, { name: SafetyCommand['type'] }>;

/** The domain's command of one on a safety report: patient, reaction and names stay sealed. */
export async function toSafetyCommand(
  { name, input }: SafetyInput,
  principal: Principal,
  seal: Seal,
): Promise<SafetyCommand> {
  const by = principal.agentId ?? principal.username;
  switch (name) {
    case 'leave-for-safety': {
      const { category, note } = input;
      return { type: name, category, ...(await sealed(seal, { note })), by };
    }
    case 'take-safety-report':
      // Who is no agent has named one: the rights say so.
      return { type: name, owner: input.owner ?? by, by };
    case 'report-adverse-event': {
      const { expectedVersion: _, patient, reaction, batch, ...codes } = input;
      const { patient: whom, reaction: what } = await seal({ patient, reaction });
      const more = await sealed(seal, { batch });
      return { type: name, ...codes, patient: whom!, reaction: what!, ...more, by };
    }
    case 'record-safety-submission': {
      const { recipient, channel, name: called, reference, at } = input;
      const told = at === undefined ? {} : { at: Date.parse(at) };
      const texts = await sealed(seal, { name: called, reference });
      return { type: name, recipient, channel, ...texts, ...told, by };
    }
    case 'end-safety-report': {
      const { finding, note } = input;
      return { type: name, finding, ...(await sealed(seal, { note })), by };
    }
  }
}

/** The texts that are there, each under its name. */
async function sealed<N extends string>(
  seal: Seal,
  texts: Readonly<Record<N, string | undefined>>,
): Promise<Partial<Record<N, Awaited<ReturnType<Seal>>[string]>>> {
  const given = Object.entries<string | undefined>(texts).filter(([, text]) => text !== undefined);
  if (given.length === 0) return {};
  return (await seal(Object.fromEntries(given) as Record<string, string>)) as Partial<
    Record<N, Awaited<ReturnType<Seal>>[string]>
  >;
}
