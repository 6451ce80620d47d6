import { z } from 'zod';
import { code } from './policy-match.js';
import { fittingFields, misfits, repeated, within } from './policy-problem.js';
import type { PolicyProblem } from './policy-problem.js';

const text = z.string().trim().min(1).max(200);

/** Up to which cost a role may give a remedy of its own accord; a role without a limit may give none. */
const authorityLimit = z.strictObject({
  role: z.enum(['agent', 'supervisor', 'manager', 'admin']),
  /** In the hotline's currency. */
  upTo: z.number().min(0),
});
export type AuthorityLimit = z.infer<typeof authorityLimit>;

/** One node of the tree of causes; the ones without a parent are its main bones (鱼骨图). */
export const rootCause = z.strictObject({
  id: code,
  parent: code.optional(),
  title: z.strictObject({ zh: text, en: text }),
});
export type RootCause = z.infer<typeof rootCause>;

/** Fields of a policy about how complaints are settled. Without `authority` nobody's remedies are limited. */
export const resolutionTerms = {
  authority: z.array(authorityLimit).min(1).optional(),
  causes: z.array(rootCause).min(1).optional(),
};

/** The highest limit among the roles; Infinity where the policy sets none. */
export function authorityOf(
  limits: readonly AuthorityLimit[] | undefined,
  roles: readonly string[],
): number {
  if (!limits) return Infinity;
  return limits.reduce(
    (highest, { role, upTo }) => (roles.includes(role) ? Math.max(highest, upTo) : highest),
    0,
  );
}

/** Every problem of the authority limits and the tree of causes of a policy. */
export function resolutionProblems(
  limits: readonly unknown[],
  causes: readonly unknown[],
): PolicyProblem[] {
  const roles = limits.map((one) => fittingFields(authorityLimit, one).role);
  const nodes = causes.map((one) => fittingFields(rootCause, one));
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const pathOf = (index: number, field: string) => within('causes', index, field);
  return [
    ...limits.flatMap((one, index) => misfits(authorityLimit, one, within('authority', index))),
    ...repeated(roles, (index) => within('authority', index, 'role'), 'limits of'),
    ...causes.flatMap((one, index) => misfits(rootCause, one, within('causes', index))),
    ...repeated(
      nodes.map(({ id }) => id),
      (index) => pathOf(index, 'id'),
      'causes',
    ),
    ...nodes.flatMap(({ id, parent }, index): PolicyProblem[] => {
      if (parent === undefined) return [];
      const path = pathOf(index, 'parent');
      if (!parents.has(parent)) {
        return [{ path, rule: 'known-cause', message: `no cause is called ${parent}` }];
      }
      if (!comesBack(parents, id)) return [];
      return [{ path, rule: 'circular-cause', message: `the causes above ${id} come back to it` }];
    }),
  ];
}

function comesBack(
  parents: ReadonlyMap<string | undefined, string | undefined>,
  id: string | undefined,
): boolean {
  let above = parents.get(id);
  for (let steps = 0; above !== undefined && steps < parents.size; steps += 1) {
    if (above === id) return true;
    above = parents.get(above);
  }
  return false;
}
