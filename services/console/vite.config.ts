import { defineConfig } from 'vite';
import { firstLoad } from './first-load.js';
import { libraryStyles } from './library-styles.js';

/** The gateway serves the folder under /app/; nothing is loaded from anywhere else. */
export const config = defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [libraryStyles(), firstLoad()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // Every file is fetched by its own name: `data:` scripts and fonts are refused by the policy of the page.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      // What every screen uses is one file: cut by who uses what, it would be sixty small ones and a tenth larger.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              // What a few screens share stays out: it would bring its libraries to the first load of all.
              test: /console\/src\/(shared\/(?!questions|date-time-field|read-instant|unread|alerts\/texts|time-zones|sessions|coach-hints|held-notice|personal-views|keeping-state|zoned|both-zones|role-select|command-|many-results|use-command-many|standing-of|refusal)|api\/(?!commands)|session\/session(-gate)?\.|app\/appearance\.)/,
            },
            {
              // The library's parts that nearly every screen has: twenty files of their own bear as many headers.
              name: 'parts',
              test: /antd\/es\/(input|select|auto-complete|checkbox|radio|tag|flex|space|popconfirm|popover)\//,
            },
          ],
        },
      },
      // Libraries mark what runs in a browser for servers that draw pages; here everything does.
      onLog: (level, log, told) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') told(level, log);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});

// Vite takes its configuration from a default export.
export { config as default };
