import type { Command } from 'commander';

type AddCommand = (program: Command) => void;

/** Only the command that is called is loaded: some bring every service with them, which takes a second. */
export const commands: Record<string, () => Promise<AddCommand>> = {
  report: async () => (await import('./report.command.js')).addReportCommand,
  events: async () => (await import('./events.command.js')).addEventsCommand,
  import: async () => (await import('./import.command.js')).addImportCommand,
  audit: async () => (await import('./audit.command.js')).addAuditCommand,
  dlq: async () => (await import('./dlq.command.js')).addDlqCommand,
  rebuild: async () => (await import('./rebuild.command.js')).addRebuildCommand,
  serve: async () => (await import('./serve.command.js')).addServeCommand,
  reset: async () => (await import('./reset.command.js')).addResetCommand,
  'reset-password': async () =>
    (await import('./reset-password.command.js')).addResetPasswordCommand,
  backup: async () => (await import('./backup.command.js')).addBackupCommand,
  restore: async () => (await import('./restore.command.js')).addRestoreCommand,
  simulate: async () => (await import('./simulate.command.js')).addSimulateCommand,
  sla: async () => (await import('./sla.command.js')).addSlaCommand,
  demo: async () => (await import('./demo.command.js')).addDemoCommand,
  bench: async () => (await import('./bench.command.js')).addBenchCommand,
};
