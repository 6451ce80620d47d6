interface Age {
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
  count: number;
}

/** A time in the unit that people would say it in, from two of it on; what is there at all is a second old. */
export function ageOf(seconds: number): Age {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 120) return { unit: 'seconds', count: whole };
  const minutes = Math.floor(whole / 60);
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? { unit: 'hours', count: hours }
    : { unit: 'days', count: Math.floor(hours / 24) };
}
