import type { ProcessPlan } from './delivery-process.js';
import { startScript } from './start-script.js';
import type { TestProcess } from './start-script.js';

export type { TestProcess } from './start-script.js';

/** Starts a real process from the sources; resolves once it delivers. @throws with its output when it does not */
export function startProcess(plan: ProcessPlan): Promise<TestProcess> {
  const script = new URL('./delivery-process.ts', import.meta.url);
  return startScript(script, plan, { name: plan.name, mayDie: plan.dieAt !== undefined });
}
