import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; from a hit in memory to the 10 s that a shutdown grants. */
const defaultBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The Prometheus metrics of one process. Asking twice for a name gives the same metric, so services
 * that share a process share it. Labels hold codes and routes, never ids or personal data.
 */
export class Metrics {
  readonly registry = new Registry();

  /** Every sample carries the service (or the composition) it comes from. */
  constructor(service?: string) {
    if (service !== undefined) this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  counter(name: string, help: string, labelNames: string[] = []): Counter {
    return this.once(
      name,
      () => new Counter({ name, help, labelNames, registers: [this.registry] }),
    );
  }

  /** `collect` runs at each scrape. */
  gauge(
    name: string,
    help: string,
    labelNames: string[] = [],
    collect?: (gauge: Gauge) => void | Promise<void>,
  ): Gauge {
    return this.once(
      name,
      () =>
        new Gauge({
          name,
          help,
          labelNames,
          registers: [this.registry],
          ...(collect && {
            collect(this: Gauge) {
              return collect(this);
            },
          }),
        }),
    );
  }

  histogram(
    name: string,
    help: string,
    labelNames: string[] = [],
    buckets: number[] = defaultBuckets,
  ): Histogram {
    return this.once(
      name,
      () => new Histogram({ name, help, labelNames, buckets, registers: [this.registry] }),
    );
  }

  private once<M>(name: string, make: () => M): M {
    return (this.registry.getSingleMetric(name) as M | undefined) ?? make();
  }
}
