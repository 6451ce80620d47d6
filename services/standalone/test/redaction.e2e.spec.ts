import { findEmbeddedPostgres } from '#platform';
import { startProduct } from '../../cli/test/start-product.js';
import { redactionSuite } from './redaction-suite.js';

redactionSuite('the embedded engine', async () => {
  const product = await startProduct(undefined, { LOG_LEVEL: 'debug' });
  const { url } = (await findEmbeddedPostgres(product.env['CLEARLINE_DATA']!))!;
  return { product, databaseUrl: url, stop: product.stop };
});
