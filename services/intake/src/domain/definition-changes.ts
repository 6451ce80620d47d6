import type { DefinitionHistoryView } from '#contracts';

/** What an event says of a unit, an agent, a category or a product, as it is kept in the log. */
export interface DefinedFacts {
  name?: { zh: string; en: string };
  parent?: string;
  unit?: string;
  roles?: string[];
  active: boolean;
}
export type DefinitionChange = DefinitionHistoryView['items'][number]['changes'][number];

/** The fields that differ, in the order in which people read them; a first definition differs from nothing. */
export function changesBetween(
  before: DefinedFacts | undefined,
  after: DefinedFacts,
): DefinitionChange[] {
  const was = before && fieldsOf(before);
  const is = fieldsOf(after);
  return Object.entries(is).flatMap(([name, now]) => {
    const field = name as DefinitionChange['field'];
    const then = was?.[field] ?? null;
    return JSON.stringify(then) === JSON.stringify(now)
      ? []
      : [{ field, before: then, after: now }];
  });
}

type Fields = Record<DefinitionChange['field'], DefinitionChange['after']>;

const fieldsOf = ({ name, parent, unit, roles, active }: DefinedFacts): Fields => ({
  nameZh: name?.zh ?? null,
  nameEn: name?.en ?? null,
  parent: parent ?? null,
  unit: unit ?? null,
  roles: roles ?? null,
  active,
});
