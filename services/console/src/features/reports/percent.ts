/** Decimals that a share is told with at most. */
const finest = 3;

/** Writes shares. One that is not whole is never written as 0 % or 100 %: as many decimals as it takes, up to three. */
export function percentIn(language: string): (value: number) => string {
  const formats = Array.from(
    { length: finest + 1 },
    (_, digits) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }),
  );
  const told = (value: number, digits: number) => formats[digits]?.format(value) ?? '';
  return (value) => {
    if (value <= 0 || value >= 1) return told(value, 1);
    for (let digits = 1; digits <= finest; digits++) {
      const rounded = Math.round(value * 100 * 10 ** digits);
      if (rounded > 0 && rounded < 100 * 10 ** digits) return told(value, digits);
    }
    const least = 10 ** -(finest + 2);
    return value < 0.5 ? `< ${told(least, finest)}` : `> ${told(1 - least, finest)}`;
  };
}
