import type { Sentences } from '../translator.js';
import { casePhrases } from './cases.js';
import { evidence } from './evidence.js';
import { linkedCases } from './linked-cases.js';
import { platform } from './platform.js';
import { policies } from './policies.js';
import { requests } from './requests.js';
import { schema } from './schema.js';
import { services } from './services.js';
import { settlements } from './settlements.js';

/** Every sentence with which a request is refused, by its English source. A test looks for those that miss. */
export const sentences: Sentences = {
  ...platform,
  ...schema,
  ...requests,
  ...casePhrases,
  ...evidence,
  ...linkedCases,
  ...settlements,
  ...policies,
  ...services,
};
