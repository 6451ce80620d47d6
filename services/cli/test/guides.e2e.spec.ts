import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openApiDocument } from '#contracts';
import { commands } from '../src/commands/all-commands.js';

const root = join(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  'README.zh-CN.md',
  ...['docs', 'docs/adr', 'docs/guides', 'docs/guides/zh-CN'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');
const unique = (found: Iterable<string>) => [...new Set(found)].sort();

/** As GitHub makes them from headings. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** `dlq list --parked`, from every line of shell and every command quoted in the text. */
function commandsOf(page: string): string[] {
  return [...textOf(page).matchAll(/npx clearline ([a-z][^`\n#|>]*)/g)].map(([, line]) => line!);
}

/** Paths of the API: spelt out, or given to the guides' `api`. */
function pathsOf(page: string): string[] {
  const text = textOf(page);
  const spelt = [...text.matchAll(/\/api\/v1(\/[\w/{}.$-]+)/g)].map(([, path]) => path!);
  const called = [...text.matchAll(/(?:\bapi ['"]?|\$CLEARLINE)(\/[\w/{}.$-]+)/g)];
  return unique([...spelt, ...called.map(([, path]) => path!)]);
}

const segments = (path: string) => path.replace(/\/$/, '').split('/');
const described = Object.keys((openApiDocument('0') as { paths: object }).paths).map(segments);

function isDescribed(path: string): boolean {
  const given = segments(`/api/v1${path}`);
  return described.some(
    (known) =>
      known.length === given.length &&
      known.every((part, index) => part === given[index] || part.startsWith('{')),
  );
}

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, to]) => to!);
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file ? join(dirname(page), file) : page;
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('calls paths that the API has', () => {
    expect(pathsOf(page).filter((path) => !isDescribed(path))).toEqual([]);
  });
});

describe('the commands that pages show', () => {
  const program = new Command('clearline');
  beforeAll(async () => {
    for (const load of Object.values(commands)) (await load())(program);
  }, 180_000);

  /** What the command line does not know of a line: the command, an option. */
  function unknownIn(line: string): string[] {
    let command = program;
    for (const word of line.trim().split(/\s+/)) {
      const inner = command.commands.find((one) => one.name() === word);
      if (!inner) break;
      command = inner;
    }
    if (command === program) return [line];
    const options = [...line.matchAll(/(?<= |\[)--?[a-z][a-z-]*/g)].map(([option]) => option);
    const known = command.options.flatMap(({ short, long }) => [short, long]);
    return options.filter((option) => !known.includes(option)).map((one) => `${line}: ${one}`);
  }

  it.each(pages)('%s', (page) => {
    expect(commandsOf(page).flatMap(unknownIn)).toEqual([]);
  });

  it('are shown of nearly every kind', () => {
    const shown = unique(pages.flatMap(commandsOf).map((line) => line.split(/\s/)[0]!));
    expect(shown.length).toBeGreaterThan(10);
  });
});

it.each(readdirSync(join(root, 'docs/guides/zh-CN')))(
  '%s shows the same in both languages',
  (page) => {
    const blocks = (path: string) =>
      [...textOf(path).matchAll(/^```.*\n([^]*?)^```/gm)].map(([, block]) =>
        block!.replaceAll(/ +# .*$/gm, ''),
      );
    expect(blocks(`docs/guides/zh-CN/${page}`)).toEqual(blocks(`docs/guides/${page}`));
  },
);
