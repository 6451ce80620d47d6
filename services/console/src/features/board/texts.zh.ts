/** 主管看板的文字。 */
export const board = {};
