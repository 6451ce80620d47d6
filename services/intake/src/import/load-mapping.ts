import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, YAMLParseError } from 'yaml';
import { describeIssues } from '#contracts';
import { importMapping, type ImportMapping } from '../domain/import-mapping.js';

/** A mapping that cannot be found or read, with every problem it has. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

/**
 * Loads a mapping shipped with Clearline by name, or another's file by its path.
 * @throws MappingError listing what is wrong
 */
export async function loadMapping(nameOrPath: string): Promise<ImportMapping> {
  const isPath = /\.ya?ml$/i.test(nameOrPath);
  const path = isPath ? nameOrPath : join(mappingsFolder(), `${nameOrPath}.yaml`);
  if (!isPath && !/^[a-z0-9-]+$/.test(nameOrPath)) {
    throw new MappingError(`${nameOrPath} is neither a mapping's name nor a .yaml file`);
  }
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const shipped = await readdir(mappingsFolder());
    const names = shipped.map((file) => file.replace(/\.yaml$/, '')).sort();
    throw new MappingError(
      isPath
        ? `${path}: no such file`
        : `no mapping ${nameOrPath}; there are ${names.join(', ')}, and any .yaml file of your own`,
      { cause: error },
    );
  }
  return parseMapping(text, path);
}

export function parseMapping(text: string, source: string): ImportMapping {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new MappingError(`${source}: ${error.message}`, { cause: error });
  }
  const parsed = importMapping.safeParse(document);
  if (parsed.success) return parsed.data;
  const problems = describeIssues(parsed.error).map(({ path, message }) => `  ${path}: ${message}`);
  throw new MappingError([`${source} is no mapping:`, ...problems].join('\n'));
}

/** From the sources and from dist the folder lies at different depths: look upwards for it. */
function mappingsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'infra', 'import-mappings'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new MappingError('the folder infra/import-mappings is missing');
    folder = parent;
  }
  return join(folder, 'infra', 'import-mappings');
}
