/** What a fact that was added to a complaint later says; of other changes there is none. */
const text = `f.changed ->> 'text'`;
const isFact = `(${text}) is not null`;

type Condition = (text: string) => string;

/**
 * Whether somebody added a fact to complaint `c` that fulfils a condition. Asked complaint by complaint, by the index of its
 * changes: as a join the planner may read every fact there is.
 */
export const hasFact = (isSo: Condition): string =>
  `coalesce((select bool_or(${isSo(text)}) from complaint_changes f where f.complaint_id = c.id and ${isFact}), false)`;

/** The complaints that have such a fact, where an index answers the condition. */
export const withFact = (isSo: Condition): string =>
  `select f.complaint_id from complaint_changes f where ${isFact} and ${isSo(text)}`;
