/** 坐席工作台的文字。 */
export const desk = {};
