import type { CommandConfig } from '@htsm/api/core';
import { DEMO_PASSWORD, signIns } from '../demo/content/people';
import { seedDemo } from '../demo/seed-demo';

/** Makes the demo data once; the last line printed tells whether it had to, and how to sign in. */
export async function seed(config: CommandConfig): Promise<void> {
  const seeded = await seedDemo(config);
  const shown = signIns.map(({ role, email }) => ({ role, email, password: DEMO_PASSWORD }));
  process.stdout.write(`${JSON.stringify({ seeded, signIns: shown })}\n`);
}
