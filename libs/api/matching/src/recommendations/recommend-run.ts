import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openReader, type TextReader } from '@htsm/domain/matching';
import { Database, SessionLock, type Tx } from '@htsm/api/core';
import { MatchingEngine, type Scored, type Sme } from './matching-engine';
import { readAsked, readSmes } from './matching-reads';
import {
  askAnewForOtherEngines,
  forgetChanges,
  nextChanges,
  replaceRecommendations,
  type Explained,
  type MatchChange,
} from './recommendation-writes';

/** Goes up whenever the same texts would get other scores: engine, weights or thesaurus. */
const ENGINE = '1';
/** Changes served in one transaction. */
const BATCH = 20;
/** The advisory lock of the process that matches. */
const LOCK = [4_875_632, -1] as const;

/**
 * Keeps recommendations in step with profiles and challenges. Of several workers one does it at a time: it holds a lock of the
 * database and everybody's texts, as numbers, in memory. A change is forgotten in the transaction that served it, so a crash
 * at any moment serves it again.
 */
@Injectable()
export class RecommendRun {
  private readonly lock: SessionLock;
  private engine: MatchingEngine | null = null;
  private reader: TextReader | null = null;

  constructor(
    private readonly database: Database,
    source: DataSource,
  ) {
    this.lock = new SessionLock(source, LOCK);
  }

  /** Serves what has changed; gives whether there may be more. Does nothing where another worker does it. */
  async follow(): Promise<boolean> {
    const held = await this.lock.hold();
    if (held !== 'still') this.engine = null; // what happened while we did not hold it, we did not see
    if (held === 'elsewhere') return false;
    if (this.engine === null || this.engine.isWorn) this.engine = await this.build();
    const { engine } = this;
    return this.database.asSystem((tx) => serve(tx, engine));
  }

  /** Lets another worker take over. */
  async stop(): Promise<void> {
    this.engine = null;
    await this.lock.release();
  }

  private build(): Promise<MatchingEngine> {
    return this.database.asSystem(async (tx) => {
      this.reader ??= openReader();
      const engine = new MatchingEngine(this.reader, await readSmes(tx, null));
      for (const asked of await readAsked(tx, null)) engine.putChallenge(asked);
      await askAnewForOtherEngines(tx, ENGINE);
      return engine;
    });
  }
}

async function serve(tx: Tx, engine: MatchingEngine): Promise<boolean> {
  const changes = await nextChanges(tx, BATCH);
  if (changes.length === 0) return false;
  for (const id of subjects(changes, 'profile')) await serveSme(tx, engine, id);
  for (const id of subjects(changes, 'challenge')) await serveChallenge(tx, engine, id);
  await forgetChanges(tx, changes);
  return true;
}

async function serveSme(tx: Tx, engine: MatchingEngine, id: string): Promise<void> {
  const [sme] = await readSmes(tx, [id]);
  if (sme === undefined) return engine.removeSme(id); // its recommendations went with its profile
  engine.putSme(sme);
  const all = explainAll(engine, engine.challengesFor(sme), [sme]);
  await replaceRecommendations(tx, { kind: 'profile', id }, { all, engine: ENGINE });
}

async function serveChallenge(tx: Tx, engine: MatchingEngine, id: string): Promise<void> {
  const [asked] = await readAsked(tx, [id]);
  if (asked === undefined) engine.removeChallenge(id);
  else engine.putChallenge(asked);
  const scored = engine.smesFor(id);
  const smes =
    scored.length === 0
      ? []
      : await readSmes(
          tx,
          scored.map(({ smeId }) => smeId),
        );
  const all = explainAll(engine, scored, smes);
  await replaceRecommendations(tx, { kind: 'challenge', id }, { all, engine: ENGINE });
}

function explainAll(engine: MatchingEngine, scored: readonly Scored[], smes: readonly Sme[]): Explained[] {
  const byId = new Map(smes.map((sme) => [sme.id, sme]));
  return scored.flatMap((one) => {
    const sme = byId.get(one.smeId);
    const words = sme === undefined ? null : engine.explain(one, sme);
    return words === null ? [] : [{ ...one, words }];
  });
}

function subjects(changes: readonly MatchChange[], kind: MatchChange['kind']): Set<string> {
  return new Set(changes.filter((change) => change.kind === kind).map(({ subjectId }) => subjectId));
}
