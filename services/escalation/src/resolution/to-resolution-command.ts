import { actionDropReason, actionMoveReason, readReason } from '#contracts';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { ResolutionCommand } from '../domain/resolution/resolution-command.js';

type ResolutionInput = Extract<
  CommandInput,
  {
    name:
      | 'add-note'
      | 'record-apology'
      | 'offer-remedy'
      | 'approve-remedy'
      | 'refuse-remedy'
      | 'answer-remedy'
      | 'record-cause'
      | 'plan-action'
      | 'complete-action'
      | 'move-action'
      | 'drop-action'
      | 'record-accountability';
  }
>;

/** The domain's command, its free text sealed. */
export async function toResolutionCommand(
  bodies: ResolutionInput,
  principal: Principal,
  seal: Seal,
): Promise<ResolutionCommand> {
  const by = principal.agentId ?? principal.username;
  const { roles } = principal;
  const sealedText = async (text: string) => (await seal({ text }))['text']!;
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  switch (bodies.name) {
    case 'add-note':
      return { type: 'add-note', text: await sealedText(bodies.input.text), by };
    case 'record-apology': {
      const { channel, text } = bodies.input;
      return { type: 'record-apology', channel, text: await sealedText(text), by };
    }
    case 'offer-remedy': {
      const { kind, cost, text } = bodies.input;
      return { type: 'offer-remedy', kind, cost, text: await sealedText(text), by, roles };
    }
    case 'approve-remedy':
    case 'refuse-remedy': {
      const { remedyId, note } = bodies.input;
      const approved = bodies.name === 'approve-remedy';
      return { type: 'decide-remedy', remedyId, approved, ...(await noted(note)), by, roles };
    }
    case 'answer-remedy': {
      const { remedyId, answer, channel, at, wish, note } = bodies.input;
      const told = at !== undefined && { at: Date.parse(at) };
      const wished = wish !== undefined && (await seal({ wish }));
      const said = { remedyId, answer, channel, ...told, ...wished, ...(await noted(note)) };
      return { type: 'answer-remedy', ...said, by };
    }
    case 'record-cause': {
      const { cause, text } = bodies.input;
      return { type: 'record-cause', cause, text: await sealedText(text), by };
    }
    case 'plan-action': {
      const { owner, concerns, dueAt, text } = bodies.input;
      const whom = { owner, ...(concerns !== undefined && { concerns }) };
      const asked = { dueAt: Date.parse(dueAt), text: await sealedText(text) };
      return { type: 'plan-action', ...whom, ...asked, by };
    }
    case 'complete-action': {
      const { actionId, note } = bodies.input;
      return { type: 'complete-action', actionId, ...(await noted(note)), by };
    }
    case 'move-action': {
      const { actionId, owner, dueAt, reason, note } = bodies.input;
      const { code, words } = readReason(actionMoveReason, reason, note);
      const to = {
        ...(owner !== undefined && { owner }),
        ...(dueAt !== undefined && { dueAt: Date.parse(dueAt) }),
      };
      const why = { reason: code, ...(await noted(words)) };
      return { type: 'move-action', actionId, ...to, ...why, by };
    }
    case 'drop-action': {
      const { actionId, reason, note } = bodies.input;
      const { code, words } = readReason(actionDropReason, reason, note);
      return { type: 'drop-action', actionId, reason: code, ...(await noted(words)), by };
    }
    case 'record-accountability': {
      const { accountable, finding, sanction, decider = by, text } = bodies.input;
      const found = { accountable, finding, sanction, decider, text: await sealedText(text) };
      return { type: 'record-accountability', ...found, by };
    }
  }
}
