/** 报表的文字。 */
export const reports = {};
