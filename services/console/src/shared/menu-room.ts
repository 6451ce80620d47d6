/** What a menu keeps away from its button and from the edge of the window. */
const gap = 24;

/** How high a menu may be that opens below its button or above it, wherever there is more room. */
export const roomBeside = (button: { top: number; bottom: number }, windowHeight: number): number =>
  Math.floor(Math.max(button.top, windowHeight - button.bottom) - gap);
