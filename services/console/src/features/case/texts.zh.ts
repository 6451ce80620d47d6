/** 工单页的文字。 */
export const casePage = {};
