/** Told apart by those who see colours otherwise too (Okabe and Ito, 2008), on a light and on a dark ground. */
const light = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#7a6a00', '#5b5b5b'];
const dark = ['#56b4e9', '#f0a05a', '#2fc79a', '#e3a3c8', '#8ec9f0', '#f0e442', '#b5b5b5'];

const fixed: Readonly<Record<string, number>> = {
  met: 2,
  satisfied: 2,
  closed: 2,
  breached: 1,
  openOverdue: 3,
  overdue: 1,
  openRunning: 0,
  cancelled: 6,
  withoutClock: 5,
  watch: 4,
  warning: 5,
  critical: 1,
  overTarget: 5,
  overLimit: 1,
};

/** Every figure has its colour, the same in every chart; others take what is next. */
export function colourOf(name: string, at: number, isDark: boolean): string {
  const colours = isDark ? dark : light;
  return colours[(fixed[name] ?? at) % colours.length]!;
}

/** The same colour, nearer to the ink: a line of it can be seen across a bar of it. */
export function deepened(colour: string, isDark: boolean): string {
  const ink = isDark ? 255 : 0;
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round((part + ink) / 2);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
