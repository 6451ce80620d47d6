/**
 * Whether an advice can stand in the place of a phrase as it is: dots leave something to write, and of alternatives one
 * has to be chosen.
 */
export const isWhole = (advised: string): boolean => !/…|\.\.\.|／| \/ /u.test(advised);
