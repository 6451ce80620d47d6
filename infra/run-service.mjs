// The image's entry: `gateway`, `intake`, `escalation`, `signals`, `reporting`, `cli <command>` or `topics`.
import { fileURLToPath } from 'node:url';

const [name = 'gateway', ...rest] = process.argv.slice(2);
const programs = {
  ...Object.fromEntries(
    ['gateway', 'intake', 'escalation', 'signals', 'reporting', 'cli'].map((service) => [
      service,
      `../dist/services/${service}/src/main.js`,
    ]),
  ),
  topics: './kafka/topics.mjs',
};
const program = programs[name];
if (!program) {
  console.error(`"${name}" is none of: ${Object.keys(programs).join(', ')}`);
  process.exit(2);
}
const url = new URL(program, import.meta.url);
// The program sees its own arguments, as if it had been started itself.
process.argv = [process.argv[0], fileURLToPath(url), ...rest];
await import(url.href);
