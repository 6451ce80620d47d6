const dateOnly = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;

/**
 * When something happened of which only the day was typed: at noon, where the reader is, which is the least wrong of
 * that day; today it is not after now. Undefined for what is no date alone, no day there is, or one that is to come.
 */
export function instantOfDay(text: string, now: Date): string | undefined {
  const [year, month, day] = (dateOnly.exec(text.trim()) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const noon = new Date(year, month - 1, day, 12);
  const isDay = noon.getMonth() === month - 1 && noon.getDate() === day;
  if (!isDay || new Date(year, month - 1, day) > now) return undefined;
  return (noon > now ? now : noon).toISOString();
}
