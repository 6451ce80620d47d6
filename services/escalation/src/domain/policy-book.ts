import { compileCalendars } from '#sla';
import type { CalendarLookup, Policy } from '#sla';

/** Every policy version in force for some case, with its compiled calendars; new cases get the newest. */
export class PolicyBook {
  private readonly policies = new Map<number, { policy: Policy; calendars: CalendarLookup }>();

  constructor(policies: readonly Policy[]) {
    for (const policy of policies) this.add(policy);
  }

  add(policy: Policy): void {
    const compiled = compileCalendars(policy);
    this.policies.set(policy.version, {
      policy,
      calendars: (reference) => {
        const calendar = compiled.get(reference);
        if (!calendar)
          throw new RangeError(`policy ${policy.version} has no calendar ${reference}`);
        return calendar;
      },
    });
  }

  has(version: number): boolean {
    return this.policies.has(version);
  }

  get current(): Policy {
    return this.version(Math.max(...this.policies.keys()));
  }

  version(version: number): Policy {
    return this.entry(version).policy;
  }

  calendars(version: number): CalendarLookup {
    return this.entry(version).calendars;
  }

  private entry(version: number) {
    const entry = this.policies.get(version);
    if (!entry) throw new RangeError(`policy version ${version} is not loaded`);
    return entry;
  }
}
