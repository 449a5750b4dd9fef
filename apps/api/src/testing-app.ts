import { createTestWorld, type TestWorld } from '@htsm/api/core/testing';
import { entities, roomModules, texts } from './rooms';

/** The whole API on a scratch database, for tests over all rooms. */
export function createWholeApi(): Promise<TestWorld> {
  return createTestWorld({ modules: roomModules, entities, texts });
}
