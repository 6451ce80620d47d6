/** Texts of the reports. */
export const reports = {};
