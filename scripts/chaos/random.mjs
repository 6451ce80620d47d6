/** Numbers in 0..1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So often each kind of process dies at least, where the number of kills allows it. */
export const fewestKills = 3;

/** Which process dies at which kill: each kind often enough, the rest by chance, in mixed order. */
export function planKills(kinds, kills, random) {
  const plan = [];
  for (let round = 0; round < fewestKills && plan.length < kills; round += 1) plan.push(...kinds);
  plan.length = Math.min(plan.length, kills);
  while (plan.length < kills) plan.push(kinds[Math.floor(random() * kinds.length)]);
  for (let i = plan.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [plan[i], plan[j]] = [plan[j], plan[i]];
  }
  return plan;
}
