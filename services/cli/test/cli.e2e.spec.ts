import { cliSuite } from './cli-suite.js';
import { startProduct } from './start-product.js';

cliSuite('embedded', () => startProduct());
