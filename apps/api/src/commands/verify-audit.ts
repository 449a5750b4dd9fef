import { DataSource } from 'typeorm';
import { verifyChain } from '@htsm/api/audit';
import { ConfigurationError, dataSourceOptions, type DatabaseAddresses } from '@htsm/api/core';

/**
 * Verifies the audit log and prints how long it is and its last hash, or the first broken line (exit code 1).
 * Throws ConfigurationError when `notedHead` is not a hash.
 */
export async function verifyAudit(addresses: DatabaseAddresses, notedHead: string | undefined): Promise<void> {
  if (notedHead !== undefined && !/^[0-9a-f]{64}$/i.test(notedHead)) {
    throw new ConfigurationError('Usage: node cli.js verify-audit [head]; the head has 64 hexadecimal digits.');
  }
  const options = dataSourceOptions(addresses.ownerDatabaseUrl, [], 1);
  const source = await new DataSource({ ...options, extra: { options: '-c TimeZone=UTC' } }).initialize();
  try {
    const { lines, head, broken } = await verifyChain(source, notedHead);
    if (broken === null) {
      process.stdout.write(`The audit log is whole: ${lines} lines, head ${head}\n`);
      return;
    }
    const place = broken.position === null ? '' : ` at line ${broken.position} of the chain`;
    const event = broken.eventId === null ? '' : ` (event ${broken.eventId})`;
    process.stdout.write(
      `The audit log is broken${place}${event}: ${broken.reason}. ${lines} lines before it are whole.\n`,
    );
    process.exitCode = 1;
  } finally {
    await source.destroy();
  }
}
