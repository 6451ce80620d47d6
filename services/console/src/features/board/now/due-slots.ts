/** A part of the time axis with what is due in it. */
export interface Slot<Clock> {
  from: number;
  to: number;
  clocks: Clock[];
}

/** The time between two instants in equal parts; what is due before or after goes to the first or last. */
export function slotsOf<Clock extends { dueAt: string }>(
  clocks: readonly Clock[],
  from: number,
  until: number,
  parts: number,
): Slot<Clock>[] {
  const width = (until - from) / parts;
  const slots = Array.from({ length: parts }, (_, index): Slot<Clock> => {
    return { from: from + index * width, to: from + (index + 1) * width, clocks: [] };
  });
  for (const clock of clocks) {
    const place = Math.floor((Date.parse(clock.dueAt) - from) / width);
    slots[Math.min(parts - 1, Math.max(0, place))]!.clocks.push(clock);
  }
  return slots;
}
