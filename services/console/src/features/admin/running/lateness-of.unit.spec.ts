import { describe, expect, it } from '@jest/globals';
import { latenessOf } from './lateness-of.js';

const metrics = `# HELP clearline_timer_lateness_seconds how late
# TYPE clearline_timer_lateness_seconds histogram
clearline_timer_lateness_seconds_bucket{le="0.1"} 7
clearline_timer_lateness_seconds_bucket{le="1"} 9
clearline_timer_lateness_seconds_bucket{le="10"} 10
clearline_timer_lateness_seconds_bucket{le="+Inf"} 10
clearline_timer_lateness_seconds_sum 5
clearline_timer_lateness_seconds_count 10
`;

describe('how late timers fired', () => {
  it('is how many fired, and how many of them more than a second late', () => {
    expect(latenessOf(metrics)).toEqual({ fired: 10, late: 1 });
  });

  it('is nothing for a process without timers, and none for one that fired none', () => {
    expect(latenessOf('process_cpu_seconds_total 3')).toBeUndefined();
    const none = metrics.replaceAll(/ \d+$/gm, ' 0');
    expect(latenessOf(none)).toEqual({ fired: 0, late: 0 });
  });
});
