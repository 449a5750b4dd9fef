import { openDataSource, openFileStore } from '@htsm/api/core';
import type { TestWorld } from '@htsm/api/core/testing';
import { brokenOnes, checkInvariants, type Finding } from '../check-invariants';

/** Checks every promise in the world of a test, as the worker does at night; gives the broken ones. */
export async function brokenPromises({ config }: Pick<TestWorld, 'config'>): Promise<Finding[]> {
  const source = await openDataSource(config.workerDatabaseUrl, [], 2);
  try {
    return brokenOnes(await checkInvariants(source, openFileStore(config.fileStore)));
  } finally {
    await source.destroy();
  }
}
