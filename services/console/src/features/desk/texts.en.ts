/** Texts of the agent desk. */
export const desk = {};
