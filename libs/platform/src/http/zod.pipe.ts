import { Body, Query, type PipeTransform } from '@nestjs/common';
import type { ZodType } from 'zod';
import { parseOrProblem } from './problem.js';

/** Gives handlers the schema's output; a misfit is a `validation` problem with every field. */
export class ZodPipe implements PipeTransform {
  constructor(private readonly schema: ZodType) {}

  transform(value: unknown): unknown {
    return parseOrProblem(this.schema, value);
  }
}

/** `@ZodBody(schema) body: z.infer<typeof schema>` */
export function ZodBody(schema: ZodType): ParameterDecorator {
  return Body(new ZodPipe(schema));
}

/** `@ZodQuery(schema) query: z.infer<typeof schema>`; query values are text, so coerce numbers. */
export function ZodQuery(schema: ZodType): ParameterDecorator {
  return Query(new ZodPipe(schema));
}
