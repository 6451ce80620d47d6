import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Of JavaScript as transferred, before somebody's first screen can be used: what `bench browser` counts. */
const mostKilobytes = 345;
/** What comes with each file: its headers, as the gateway sends them. */
const headerBytes = 720;

/** What every page asks for as soon as somebody is signed in. */
const shell = ['app/first-run/first-run-guide.tsx', 'app/first-run/texts.'];
/** And every page of whoever files complaints. */
const filing = 'features/desk/filing/everywhere.tsx';
/** Where somebody's work begins: the modules that are loaded for it, beside the page's own. */
const starts: Readonly<Record<string, readonly string[]>> = {
  'sign-in': ['session/sign-in-page.tsx'],
  desk: [...shell, filing, 'features/desk/desk-screen.tsx', 'features/desk/texts.'],
  board: [
    ...[...shell, filing, 'features/board/now/now-screen.tsx', 'features/board/texts.'],
    ...['features/board/attention/everywhere.tsx', 'features/board/attention/texts.'],
  ],
  reports: [...shell, 'features/reports/overview-screen.tsx', 'features/reports/texts.'],
};
const languages = ['en', 'zh'] as const;

/**
 * Says to Chromium (from 136 on; others read a comment) that functions of a file are called as it loads: they are
 * compiled beside the page while the file arrives, and not one by one as the page draws itself.
 */
const compiledAtOnce = '//# allFunctionsCalledOnLoad\n';

interface Chunk {
  fileName: string;
  code: string;
  isEntry: boolean;
  facadeModuleId: string | null;
  imports: readonly string[];
}

/** Fails the build where a first screen has become too large, and says what it is made of. What it loads is compiled at once. */
export function firstLoad(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle: {
      // After whatever else is put in front of a file.
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const first = new Set<Chunk>();
        for (const [name, modules] of Object.entries(starts)) {
          for (const language of languages) {
            const roots = ['texts/common.', ...modules].map((path) =>
              path.endsWith('.') ? `/src/${path}${language}.ts` : `/src/${path}`,
            );
            const loaded = loadOf(chunks, roots);
            loaded.forEach((chunk) => first.add(chunk));
            const { kilobytes, largest } = sizeOf(loaded);
            if (kilobytes <= mostKilobytes) continue;
            this.error(
              `${name} (${language}) loads ${kilobytes.toFixed(1)} kB of JavaScript first, ` +
                `${mostKilobytes} at most; the largest:\n${largest.join('\n')}`,
            );
          }
        }
        for (const chunk of first) chunk.code = compiledAtOnce + chunk.code;
      },
    },
  };
}

/** The entry, the chunks of those modules, and whatever they import at once. */
function loadOf(chunks: readonly Chunk[], roots: readonly string[]): Set<Chunk> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const rooted = roots.map((root) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(root));
    if (!chunk) throw new Error(`no chunk of its own: ${root}`);
    return chunk;
  });
  const loaded = new Set<Chunk>();
  const load = (chunk: Chunk) => {
    if (loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported) load(imported);
    }
  };
  [...chunks.filter(({ isEntry }) => isEntry), ...rooted].forEach(load);
  return loaded;
}

/** As transferred, and the largest of it. */
function sizeOf(loaded: ReadonlySet<Chunk>) {
  const sizes = [...loaded]
    .map(({ fileName, code }) => {
      const bytes = gzipSync(code, { level: 9 }).length + headerBytes;
      return { fileName, kilobytes: bytes / 1_000 };
    })
    .sort((one, other) => other.kilobytes - one.kilobytes);
  return {
    kilobytes: sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
    largest: sizes
      .slice(0, 12)
      .map(({ fileName, kilobytes }) => `  ${kilobytes.toFixed(1)} ${fileName}`),
  };
}
