const written =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:(?:[\sT]+|(?<=日))(\d{1,2})\s*(?:[:：]\s*(\d{2})|[时点](?:\s*(\d{1,2})\s*分?)?))?$/u;

/** What a day stands for that is given without a time. */
export type DayAlone = 'noon' | 'start';
const hourOf = { noon: 12, start: 0 } as const satisfies Record<DayAlone, number>;

/**
 * An instant as people type it, where the reader is: a day with a time, or a day alone. Undefined for what is none: other
 * words, a day that no month has, an hour that no day has.
 */
export function readInstant(text: string, dayAlone: DayAlone): Date | undefined {
  const found = written.exec(text.trim());
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const hour = found[4] === undefined ? hourOf[dayAlone] : Number(found[4]);
  const minute = Number(found[5] ?? found[6] ?? 0);
  const read = new Date(year, month - 1, day, hour, minute);
  const isThere =
    read.getMonth() === month - 1 && read.getDate() === day && hour < 24 && minute < 60;
  return isThere ? read : undefined;
}

/** Of what lies behind, a time later on this very day is now: its day was meant, or it is a minute ahead. */
export function notAfter(read: Date, now: Date): Date {
  return read > now && read.toDateString() === now.toDateString() ? now : read;
}
