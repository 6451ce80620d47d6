import { describe, expect, it } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { asyncApiDocument } from './async-api.js';
import { openApiDocument } from './open-api.js';

describe('generated descriptions', () => {
  it('the OpenAPI 3.1 document is valid', async () => {
    const result = await new Validator().validate(openApiDocument('0.1.0'));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it('the AsyncAPI 3 document is valid', async () => {
    const diagnostics = await new Parser().validate(JSON.stringify(asyncApiDocument('0.1.0')));
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
  });
});
