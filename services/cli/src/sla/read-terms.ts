import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import {
  BusinessCalendar,
  budgetTextHelp,
  calendarProblems,
  calendarSpec,
  parseBudget,
  validatePolicy,
} from '#sla';
import type { Budget, CalendarSpec, Policy } from '#sla';
import { CommandFailure } from '../command-failure.js';

/**
 * A calendar from a YAML or JSON file, or one that ships with Clearline by its name.
 * @throws CommandFailure with the first problem, in one line
 */
export function readCalendar(nameOrPath: string): CalendarSpec {
  const { path, input } = readPreset('calendars', nameOrPath, 'calendar');
  const [first, ...more] = calendarProblems(input);
  if (first) throw refusal(path, first, more.length);
  return calendarSpec.parse(input);
}

/** A policy, read like a calendar. */
export function readPolicy(nameOrPath: string): Policy {
  const { path, input } = readPreset('policies', nameOrPath, 'policy');
  // A file need not say which version it would become.
  const isRecord = typeof input === 'object' && input !== null && !Array.isArray(input);
  const { policy, problems } = validatePolicy(isRecord ? { version: 1, ...input } : input);
  if (policy) return policy;
  const [first, ...more] = problems;
  throw refusal(path, first!, more.length);
}

export function readBudget(text: string): Budget {
  const budget = parseBudget(text);
  if (budget) return budget;
  throw new CommandFailure(`--budget: "${text}" is none; give ${budgetTextHelp}`, 2);
}

/** An instant with its offset, or a wall time of the calendar. */
export function readInstant(option: string, text: string, calendar?: BusinessCalendar): number {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(:\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/.exec(
    text,
  );
  const at = parts ? Date.parse(parts[5] ? text : `${text.replace(' ', 'T')}Z`) : NaN;
  // Date.parse moves the 30th of February into March.
  const isDate = parts && new Date(`${parts[1]}T00:00Z`).toISOString().startsWith(parts[1]!);
  if (!parts || !isDate || Number.isNaN(at) || (!parts[5] && !calendar)) {
    const example = calendar ? '2026-09-30T15:00 or 2026-09-30T15:00+08:00' : '2026-09-30T15:00Z';
    throw new CommandFailure(`${option}: "${text}" is no instant; give one like ${example}`, 2);
  }
  if (parts[5] || !calendar) return at;
  const day = Math.floor(at / 86_400_000);
  return calendar.at(day, (at - day * 86_400_000) / 60_000);
}

function readPreset(kind: string, nameOrPath: string, noun: string) {
  const isPath = /[/\\]|\.(ya?ml|json)$/i.test(nameOrPath);
  const folder = presets(kind);
  const path = isPath ? nameOrPath : join(folder ?? '', `${nameOrPath}.yaml`);
  if (!existsSync(path)) {
    const names = folder ? readdirSync(folder).map((file) => basename(file, '.yaml')) : [];
    const known = names.length > 0 ? `; there are ${names.sort().join(', ')}` : '';
    const problem = isPath ? `${path}: no such file` : `no ${noun} ${nameOrPath}${known}`;
    throw new CommandFailure(problem, 2);
  }
  try {
    return { path, input: parse(readFileSync(path, 'utf8')) as unknown };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : 'unreadable').split('\n');
    throw new CommandFailure(`${path}: ${reason}`, 2);
  }
}

/** `infra/<kind>`, from the sources or from dist, which lie at different depths. */
function presets(kind: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, 'infra', kind);
    if (existsSync(found)) return found;
    if (dirname(folder) === folder) return undefined;
  }
}

function refusal(
  path: string,
  first: { path: string; rule: string; message: string },
  more: number,
): CommandFailure {
  const rest = more > 0 ? ` (and ${more} more)` : '';
  return new CommandFailure(`${path}: ${first.path} ${first.message} (${first.rule})${rest}`, 2);
}
