import { dataSourceOptions, openFileStore, type CommandConfig } from '@htsm/api/core';
import { DataSource } from 'typeorm';
import { brokenOnes, checkInvariants } from '../invariants/check-invariants';

/** Prints every promise and whether it is kept, with the first ids of what breaks it; exit code 1 when one is broken. */
export async function printInvariants(config: CommandConfig): Promise<void> {
  const options = dataSourceOptions(config.workerDatabaseUrl, [], 2);
  const source = await new DataSource({ ...options, extra: { options: '-c TimeZone=UTC' } }).initialize();
  try {
    const report = await checkInvariants(source, openFileStore(config.fileStore));
    for (const { name, promise, breaches, examples } of report.findings) {
      const trouble = breaches === 0 ? '' : `\n        broken ${breaches} times: ${examples.join(', ')}`;
      process.stdout.write(`${breaches === 0 ? 'ok    ' : 'BROKEN'}  ${name.padEnd(26)}  ${promise}${trouble}\n`);
    }
    const broken = brokenOnes(report).length;
    process.stdout.write(`${report.findings.length - broken} of ${report.findings.length} promises are kept.\n`);
    if (broken > 0) process.exitCode = 1;
  } finally {
    await source.destroy();
  }
}
