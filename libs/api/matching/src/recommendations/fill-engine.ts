import type { TextReader } from '@htsm/domain/matching';
import type { Database } from '@htsm/api/core';
import { MatchingEngine } from './matching-engine';
import { readAsked, readFindable } from './matching-reads';

/** SMEs read at once; more would only need more memory. */
const PAGE = 400;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Makes the index of what is kept of all texts. Profiles that changed meanwhile are among the changes to be served. */
export async function fillEngine(database: Database, reader: TextReader): Promise<MatchingEngine> {
  const engine = new MatchingEngine(reader);
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const from: string = after;
    const page = await database.asSystem((tx) => readFindable(tx, from, PAGE));
    engine.putSmes(page);
    after = page.at(-1)?.id;
  }
  for (const asked of await database.asSystem((tx) => readAsked(tx, null))) engine.putChallenge(asked);
  engine.settle();
  return engine;
}
