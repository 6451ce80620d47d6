import { zonedText } from './zoned-text.js';

/** A point in time in a zone that stands beside it, as a clock's own words say it. */
export function ZonedInstant({ at, zone }: { at: string; zone: string }) {
  return (
    <time dateTime={at} className="steady">
      {zonedText(at, zone)}
    </time>
  );
}
