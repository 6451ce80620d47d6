/** Texts of the administration. */
export const admin = {};
