import { useStream } from '../../api/use-stream.js';
import { useThrottled } from '../../shared/use-throttled.js';
import { useRefreshCase } from './case-queries.js';
import { events } from './texts/events.en.js';

/** Streams name the version of an event; the next version of one is heard as well. */
const versions = [1, 2, 3];
export const caseEventTypes = [
  ...Object.keys(events.case).map((name) => `case.${name}`),
  // Of its clocks the stream tells what people do to them.
  ...['clock-paused', 'clock-resumed'].map((name) => `sla.${name}`),
  ...['requested', 'approved', 'refused'].map((name) => `sla.extension-${name}`),
].flatMap((name) => versions.map((version) => `clearline.${name}.v${version}`));
const atMostEveryMs = 400;

/** Whatever happens to the case is read anew, of all its parts at once. Answers whether the stream stands. */
export function useCaseLive(id: string): boolean {
  const read = useRefreshCase(id);
  const throttle = useThrottled(atMostEveryMs);
  const refresh = () => throttle(read);
  return useStream(`/api/v1/streams/cases?case=${id}`, caseEventTypes, refresh, refresh);
}
