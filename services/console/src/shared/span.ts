/** Milliseconds as hours, minutes and seconds, `49:05:07`; whole seconds, rounded towards zero. */
export function formatSpan(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1_000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${pad(hours)}:${pad(minutes)}:${pad(seconds % 60)}`;
}

const dayMs = 86_400_000;

/** From two days on, how many there are: nobody divides 359 hours by 24. */
export function splitDays(milliseconds: number): { days: number; restMs: number } {
  const whole = Math.abs(milliseconds);
  if (whole < 2 * dayMs) return { days: 0, restMs: whole };
  return { days: Math.floor(whole / dayMs), restMs: whole % dayMs };
}
