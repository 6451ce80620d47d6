import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import type { DepartmentFacts } from './department-state.js';

type DepartmentEvent = Extract<
  CaseEvent,
  {
    name:
      'transferred' | 'transferAccepted' | 'transferRefused' | 'transferWithdrawn' | 'handedBack';
  }
>;

/** The case after an event between units: which one has it, who owns it, and the way it came. */
export function evolveDepartments(state: OpenedCase, event: DepartmentEvent): OpenedCase {
  const { dimensions } = event.data;
  const { route = [], ...rest } = state.departments ?? {};
  const before = route.slice(0, -1);
  const last = route.at(-1);
  const at = (departments: DepartmentFacts, owner = state.owner): OpenedCase => ({
    ...state,
    ...(owner !== undefined && { owner }),
    dimensions,
    departments,
  });
  switch (event.name) {
    case 'transferred': {
      const { transferId, from, to, owner, clockId, at: time } = event.data;
      const step = {
        transferId,
        ...(from !== undefined && { from }),
        to,
        ...(owner !== undefined && { owner }),
        ...(clockId !== undefined && { clockId }),
        at: Date.parse(time),
        isAccepted: false,
      };
      return at({ ...rest, route: [...route, step] });
    }
    case 'transferAccepted':
      return at(
        { route: last ? [...before, { ...last, isAccepted: true }] : [] },
        event.data.owner,
      );
    case 'transferRefused':
      return at({ route: before, refusals: event.data.refusals });
    case 'transferWithdrawn':
      return at({ ...rest, route: before });
    case 'handedBack':
      return at({ route: before }, event.data.owner);
  }
}
