import { demoSuite } from './demo-suite.js';

demoSuite('embedded', async () => ({ env: {}, drop: () => Promise.resolve() }));
