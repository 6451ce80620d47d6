import { readReason, snoozeReason } from '#contracts';
import { Problem } from '#platform';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import { longestSnoozeMs } from '../domain/reminders/decide-reminders.js';
import type { ReminderCommand } from '../domain/reminders/reminder-command.js';

type ReminderInput = Extract<CommandInput, { name: ReminderCommand['type'] }>;

/** The domain's command about reminders: its reason as a code, words of one's own sealed. */
export async function toReminderCommand(
  { name, input }: ReminderInput,
  principal: Principal,
  seal: Seal,
): Promise<ReminderCommand> {
  const by = principal.agentId ?? principal.username;
  if (name === 'resume-reminders') return { type: name, by };
  const { code, words } = readReason(snoozeReason, input.reason, input.note);
  const sealed = words ? await seal({ note: words }) : {};
  return { type: name, until: Date.parse(input.until), reason: code, ...sealed, by };
}

/** @throws Problem `validation` where reminders would go on at once, or stand still for too long */
export function refuseUnusableSnooze(
  name: string,
  { until }: { until?: unknown },
  now: number,
): void {
  if (name !== 'snooze-reminders') return;
  const instant = Date.parse(String(until));
  const refused = (rule: string, message: string) =>
    new Problem('validation', { errors: [{ path: 'until', rule, message }] });
  if (instant <= now) throw refused('in-the-past', 'it lies in the past');
  if (instant - now > longestSnoozeMs) {
    throw refused('too-late', 'reminders stand still for 7 days at the longest');
  }
}
