import type { Config } from '@htsm/api/core';

export async function seed(_config: Config): Promise<void> {
  process.stdout.write(`${JSON.stringify({ seeded: false, signIns: [] })}\n`);
}
