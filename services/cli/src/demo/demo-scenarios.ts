import type { DemoScenario } from './demo-scenario.js';
import { adverseEvent } from './scenarios/adverse-event.js';
import { bankVip } from './scenarios/bank-vip.js';
import { forgedSignature } from './scenarios/forged-signature.js';
import { gasLeak } from './scenarios/gas-leak.js';
import { propertyRepair } from './scenarios/property-repair.js';
import { repeatMerged } from './scenarios/repeat-merged.js';
import { waterOutage } from './scenarios/water-outage.js';

/** By the name that `clearline demo` takes. */
export const demoScenarios: Readonly<Record<string, DemoScenario>> = Object.fromEntries(
  [
    ...[gasLeak, propertyRepair, bankVip, repeatMerged, waterOutage, forgedSignature],
    adverseEvent,
  ].map((scenario) => [scenario.name, scenario]),
);
