import type { DemoScenario } from './demo-scenario.js';
import { bankVip } from './scenarios/bank-vip.js';
import { gasLeak } from './scenarios/gas-leak.js';
import { propertyRepair } from './scenarios/property-repair.js';

/** By the name that `clearline demo` takes. */
export const demoScenarios: Readonly<Record<string, DemoScenario>> = Object.fromEntries(
  [gasLeak, propertyRepair, bankVip].map((scenario) => [scenario.name, scenario]),
);
