/** What a policy may add to a clock; an external instant it cannot move. */
const budgetUnits = [
  'working-minutes',
  'working-days',
  'calendar-days',
  'elapsed-minutes',
] as const;
export type BudgetUnit = (typeof budgetUnits)[number];

export const isBudgetUnit = (unit: unknown): unit is BudgetUnit =>
  budgetUnits.some((one) => one === unit);
