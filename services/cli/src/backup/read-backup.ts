import type { PlatformConfig } from '#platform';
import { CommandFailure } from '../command-failure.js';
import { backupHeader, formatVersion, readBackupFile } from './backup-file.js';
import type { BackupHeader } from './backup-file.js';
import { keyChecks } from './key-checks.js';
import { migrationsBySchema } from './stored-tables.js';

/**
 * The header of a backup, once every byte of the file has been compared with its checksum.
 * @throws CommandFailure when it is damaged, or from another product or a newer version
 */
export async function checkBackupFile(
  path: string,
  onRead: (bytes: number) => void,
): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const { kind, content } of readBackupFile(path, onRead)) {
    if (header) continue;
    if (kind !== 'header') throw new CommandFailure(`${path} is no backup of Clearline`);
    header = readHeader(path, content);
  }
  if (!header) throw new CommandFailure(`${path} is no backup of Clearline`);
  return header;
}

function readHeader(path: string, content: Buffer): BackupHeader {
  const parsed = backupHeader.safeParse(parseJson(content));
  if (!parsed.success) throw new CommandFailure(`${path} is no backup of Clearline`);
  const { format, migrations } = parsed.data;
  if (format !== formatVersion) {
    throw new CommandFailure(
      `${path} has format ${format}, this version reads ${formatVersion}: restore it with the version that made it`,
    );
  }
  for (const [schema, applied] of Object.entries(migrations)) {
    const known = migrationsBySchema.get(schema) ?? new Map<string, string>();
    const strange = applied.find(({ name, checksum }) => known.get(name) !== checksum);
    if (strange) {
      throw new CommandFailure(
        `${path} comes from another version: this one does not know its migration ${schema}.${strange.name}`,
      );
    }
  }
  return parsed.data;
}

/** @throws CommandFailure when names and texts could not be read, or the seals not be continued */
export function checkKeys(path: string, header: BackupHeader, config: PlatformConfig): void {
  const own = keyChecks(config);
  const wrong = [
    ...(own.masterKeyCheck === header.masterKeyCheck ? [] : ['CLEARLINE_MASTER_KEY']),
    ...(own.sealKeyCheck === header.sealKeyCheck ? [] : ['CLEARLINE_SEAL_KEY']),
  ];
  if (wrong.length === 0) return;
  throw new CommandFailure(
    `${path} was made with another ${wrong.join(' and ')}: give the keys of then, or copy their files to secrets/ of CLEARLINE_DATA`,
  );
}

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}
