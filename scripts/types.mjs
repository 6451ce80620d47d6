// Types of everything, specs and the console's pages included.
import { compile } from './compile.mjs';
import { generateClient } from './console.mjs';

compile('tsconfig.json', '--noEmit');
generateClient();
compile('services/console/tsconfig.json');
