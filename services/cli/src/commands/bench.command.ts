import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.js';

const folder = fileURLToPath(new URL('../../../../../bench/', import.meta.url));

/**
 * `bench <name>`: runs one of the benchmarks of a working copy; the built image has none. What follows the name is
 * the benchmark's own, which refuses what it does not know.
 */
export function addBenchCommand(program: Command): void {
  program
    .command('bench')
    .argument('<name>', 'a benchmark, or `list`')
    .argument(
      '[options...]',
      'of the benchmark: `browser` takes --engine <embedded|kafka>, --quick, --only <parts>',
    )
    .allowUnknownOption()
    .description('measure against peers; needs a working copy, see bench/README.md')
    .action(async (name: string, options: string[]) => {
      const names = existsSync(folder)
        ? readdirSync(folder).flatMap((file) => (file.endsWith('.mjs') ? file.slice(0, -4) : []))
        : [];
      if (name === 'list') {
        process.stdout.write(`${names.join('\n')}\n`);
        return;
      }
      if (!names.includes(name)) {
        throw new CommandFailure(`no benchmark ${name}; there are: ${names.join(', ')}`, 2);
      }
      process.exitCode = await new Promise<number>((resolve) => {
        // What a benchmark measures inside its own process has the nursery that the product ships with.
        const args = ['--max-semi-space-size=64', `${folder}${name}.mjs`, ...options];
        const child = spawn(process.execPath, args, { stdio: 'inherit' });
        child.once('exit', (code) => resolve(code ?? 1));
      });
    });
}
