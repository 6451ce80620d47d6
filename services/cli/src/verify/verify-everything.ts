import { anchoragesOf, FileAnchorage, readAnchors, verifyLog } from '#eventing';
import type { LogVerification } from '#eventing';
import { createLogger } from '#platform';
import type { PlatformConfig, Queries } from '#platform';
import { services } from '../services.js';
import { verifyCases } from './verify-cases.js';
import { verifyDeliveries } from './verify-deliveries.js';
import type { DeliveryCount } from './verify-deliveries.js';
import { verifyFiles } from './verify-files.js';
import { verifyLedger } from './verify-ledger.js';
import type { LedgerCount } from './verify-ledger.js';
import { Violations } from './violation.js';
import type { Violation } from './violation.js';

export interface Verification {
  isClean: boolean;
  logs: LogVerification[];
  cases: number;
  files: number;
  deliveries: DeliveryCount[];
  ledger?: LedgerCount;
  violations: Violation[];
}

/** Proves from what is stored that nothing was lost, doubled, reordered, misjudged or tampered with. */
export async function verifyEverything(
  tx: Queries,
  config: PlatformConfig,
  ledgerFile: string | undefined,
  onStep: (what: string) => void = () => undefined,
): Promise<Verification> {
  const violations = new Violations();
  const { sealKey } = config;
  if (ledgerFile) onStep('the ledger');
  const ledger = ledgerFile ? await verifyLedger(tx, ledgerFile, violations) : undefined;
  onStep('where seals are anchored');
  const quiet = createLogger('audit', { level: 'fatal' });
  const anchors = await readAnchors(anchoragesOf(config, 'clearline-audit', quiet)).catch(
    (error) => {
      // With the brokers away the rest is proven all the same; clean it is not called.
      const reason = error instanceof Error ? error.message : String(error);
      violations.add(
        'untampered',
        'all',
        'anchors',
        `seals outside the database unread: ${reason}`,
      );
      return readAnchors([new FileAnchorage(config.dataDir)]);
    },
  );
  const logs: LogVerification[] = [];
  for (const { name } of services.filter(({ writesEvents }) => writesEvents)) {
    onStep(`the log of ${name}`);
    const log = await verifyLog({
      database: tx,
      schema: name,
      service: name,
      sealKey,
      anchors: anchors.get(name),
    });
    logs.push(log);
    for (const { kind, stream, sequence, seal, detail } of log.findings) {
      const at = stream === undefined ? `seal ${seal}` : `${stream}#${sequence ?? 'all'}`;
      violations.add('untampered', name, at, `${kind}: ${detail}`);
    }
  }
  onStep('every case');
  const { cases } = await verifyCases(tx, violations);
  onStep('every file');
  const { files } = await verifyFiles(tx, violations);
  const consumers = services
    .filter(({ subscribes }) => subscribes.length > 0)
    .map(({ name, subscribes }) => ({
      service: name,
      topics: subscribes,
      hasCheckpoints: config.engine === 'embedded',
    }));
  onStep('every delivery');
  const deliveries = await verifyDeliveries(tx, consumers, violations);
  const { list } = violations;
  return { isClean: list.length === 0, logs, cases, files, deliveries, ledger, violations: list };
}
