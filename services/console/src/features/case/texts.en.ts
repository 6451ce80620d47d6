/** Texts of the case page. */
export const casePage = {};
