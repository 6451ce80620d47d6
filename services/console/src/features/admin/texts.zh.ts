/** 系统管理的文字。 */
export const admin = {};
