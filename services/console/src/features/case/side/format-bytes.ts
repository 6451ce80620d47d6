const steps = ['byte', 'kilobyte', 'megabyte'] as const;
const factor = 1_024;

/** How large a file is, in the largest unit that it has one of. */
export function formatBytes(bytes: number, language: string): string {
  const step = bytes < factor ? 0 : bytes < factor ** 2 ? 1 : 2;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: steps[step]!,
    maximumFractionDigits: step === 2 ? 1 : 0,
  });
  return format.format(bytes / factor ** step);
}
