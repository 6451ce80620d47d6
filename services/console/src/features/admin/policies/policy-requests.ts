import { api, bodyOf } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import type { LineProblem } from '../text-editor.js';

/** Text as it was typed, comments and all: what the server refuses in it has lines. */
const asText = (text: string) => ({
  body: text as unknown as Record<string, unknown>,
  bodySerializer: (body: unknown) => String(body),
  headers: { 'content-type': 'application/yaml' },
});

export type Severity = 'low' | 'normal' | 'high' | 'critical';
export interface ChainsAsked {
  severity: Severity;
  at?: string;
}

const askChains = (text: string, query: ChainsAsked) =>
  bodyOf(api.POST('/api/v1/policies/chains', { params: { query }, ...asText(text) }));
export type Chains = Awaited<ReturnType<typeof askChains>>;

/** Every problem of a policy, or whom its alerts would tell. */
export async function checkPolicy(
  text: string,
  query: ChainsAsked,
): Promise<{ problems: readonly LineProblem[]; chains?: Chains }> {
  try {
    return { problems: [], chains: await askChains(text, query) };
  } catch (error) {
    return { problems: problemsOf(error) };
  }
}

/** Whether a calendar could be part of a policy. */
export async function checkCalendar(text: string): Promise<readonly LineProblem[]> {
  try {
    await bodyOf(api.POST('/api/v1/calendars/validate', asText(text)));
    return [];
  } catch (error) {
    return problemsOf(error);
  }
}

export const askDryRun = (text: string) =>
  bodyOf(
    api.POST('/api/v1/policies/dry-run', { params: { query: { limit: 200 } }, ...asText(text) }),
  );
export type DryRun = Awaited<ReturnType<typeof askDryRun>>;

export const askWhatIf = (text: string) =>
  bodyOf(
    api.POST('/api/v1/policies/what-if', { params: { query: { limit: 50 } }, ...asText(text) }),
  );
export type WhatIf = Awaited<ReturnType<typeof askWhatIf>>;

interface Terms {
  expectedVersion: number;
  appliesToOpenCases: boolean;
}

const queryOf = ({ expectedVersion, appliesToOpenCases }: Terms) => ({
  expectedVersion,
  applyToOpenCases: appliesToOpenCases ? ('true' as const) : ('false' as const),
});

export const publishPolicy = (text: string, terms: Terms) =>
  bodyOf(api.PUT('/api/v1/policies', { params: { query: queryOf(terms) }, ...asText(text) }));

export const publishAgain = (fromVersion: number, terms: Terms) =>
  bodyOf(
    api.POST('/api/v1/policies', { params: { query: queryOf(terms) }, body: { fromVersion } }),
  );

export const readVersion = (version: number) =>
  bodyOf(api.GET('/api/v1/policies/{version}', { params: { path: { version: String(version) } } }));

export const readPolicies = () => bodyOf(api.GET('/api/v1/policies'));
export type Policies = Awaited<ReturnType<typeof readPolicies>>;

/** @throws what is no refusal of the text */
function problemsOf(error: unknown): readonly LineProblem[] {
  const isRefusal = error instanceof ApiProblem && error.kind === 'validation';
  if (!isRefusal || !error.body.errors) throw error;
  return error.body.errors;
}
