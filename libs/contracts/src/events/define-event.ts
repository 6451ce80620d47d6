import type { z } from 'zod';
import type { InboundTopic, Topic } from '../topics.js';

/** One version of one event: its CloudEvents type, its topic and the shape of its data. */
export interface EventDefinition<
  S extends z.ZodType = z.ZodType,
  T extends Topic | InboundTopic = Topic,
> {
  readonly type: string;
  readonly name: string;
  readonly version: number;
  readonly topic: T;
  readonly schema: S;
  /** Turns the data of this version into the next one's; present on every version but the newest. */
  readonly upcast?: (data: z.infer<S>) => unknown;
}

export type DataOf<D extends { readonly schema: z.ZodType }> = z.infer<D['schema']>;

/** Defines an event; `name` is `complaint.registered`, the type becomes `clearline.complaint.registered.v1`. */
export function defineEvent<
  S extends z.ZodType,
  T extends Topic | InboundTopic = Topic,
>(definition: {
  name: string;
  version: number;
  topic: T;
  schema: S;
  upcast?: (data: z.infer<S>) => unknown;
}): EventDefinition<S, T> {
  return { ...definition, type: `clearline.${definition.name}.v${definition.version}` };
}
