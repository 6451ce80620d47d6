/** Texts of the supervisor board. */
export const board = {};
