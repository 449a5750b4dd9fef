import { DataSource } from 'typeorm';
import { Database, SessionLock, type Tx } from '@htsm/api/core';
import { analyseSme, outdated } from './analyses';
import { fillEngine } from './fill-engine';
import type { MatchingEngine, Scored } from './matching-engine';
import { readAsked, readSmes, type Sme } from './matching-reads';
import {
  askAnewForOtherEngines,
  forgetChanges,
  nextChanges,
  replaceRecommendations,
  type Explained,
  type MatchChange,
} from './recommendation-writes';
import { openReaderOf, type VersionedReader } from './versioned-reader';

/** Goes up whenever the same terms would get other scores: weights of the parts, rarity, what is worth showing. */
const SCORING = '2';
/** Changes served in one transaction. */
const BATCH = 20;
/** Analyses of an older version that are made anew in one transaction. */
const OUTDATED = 100;
/** The advisory lock of the process that matches. */
const LOCK = [4_875_632, -1] as const;

/**
 * Keeps recommendations in step with profiles and challenges. Of several workers one does it at a time: it holds a lock of the
 * database and everybody's texts, as numbers, in memory. A change is forgotten in the transaction that served it, so a crash
 * at any moment serves it again.
 */
export class RecommendRun {
  private readonly database: Database;
  private readonly lock: SessionLock;
  private engine: MatchingEngine | null = null;
  private versioned: VersionedReader | null = null;
  /** Whether every analysis is known to be of this version. */
  private isUpToDate = false;

  constructor(source: DataSource) {
    this.database = new Database(source);
    this.lock = new SessionLock(source, LOCK);
  }

  /** Serves what has changed; gives whether there may be more. Does nothing where another worker does it. */
  async follow(): Promise<boolean> {
    const held = await this.lock.hold();
    if (held !== 'still') this.engine = null; // what happened while we did not hold it, we did not see
    if (held === 'elsewhere') return false;
    const { reader, version } = await this.openReader();
    if (this.engine === null) {
      this.engine = await fillEngine(this.database, reader);
      this.isUpToDate = false;
    }
    const { engine } = this;
    if (engine.reader !== reader) {
      engine.readWith(reader);
      this.isUpToDate = false;
    }
    if (await this.database.asSystem((tx) => serve(tx, engine, version))) return true;
    return !this.isUpToDate && this.renew(engine, version);
  }

  private async openReader(): Promise<VersionedReader> {
    this.versioned = await this.database.asSystem((tx) => openReaderOf(tx, this.versioned));
    return this.versioned;
  }

  /** Lets another worker take over. */
  async stop(): Promise<void> {
    this.engine = null;
    await this.lock.release();
  }

  /**
   * Analyses some texts anew that another analyser or thesaurus read, while nothing else is to be done; until then they are
   * found by what that one made of them. After the last, everything that another engine recommended is asked anew.
   */
  private renew(engine: MatchingEngine, version: string): Promise<boolean> {
    return this.database.asSystem(async (tx) => {
      const ids = await outdated(tx, version, OUTDATED);
      if (ids.length > 0) {
        await putSmes(tx, engine, await readSmes(tx, ids), version);
        return true;
      }
      await askAnewForOtherEngines(tx, engineName(version));
      this.isUpToDate = true;
      return true;
    });
  }
}

function engineName(version: string): string {
  return `${SCORING}-${version}`;
}

async function serve(tx: Tx, engine: MatchingEngine, version: string): Promise<boolean> {
  const changes = await nextChanges(tx, BATCH);
  if (changes.length === 0) return false;
  await serveSmes(tx, engine, { ids: [...subjects(changes, 'profile')], version });
  for (const id of subjects(changes, 'challenge')) await serveChallenge(tx, engine, { id, version });
  await forgetChanges(tx, changes);
  return true;
}

async function serveSmes(
  tx: Tx,
  engine: MatchingEngine,
  { ids, version }: { readonly ids: readonly string[]; readonly version: string },
): Promise<void> {
  const smes = await readSmes(tx, ids);
  const there = new Set(smes.map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) engine.removeSme(id); // its recommendations went with its profile
  const documents = await putSmes(tx, engine, smes, version);
  for (const [at, sme] of smes.entries()) {
    const all = explainAll(engine, engine.challengesFor({ id: sme.id, documents: documents[at] ?? [] }), [sme]);
    await replaceRecommendations(tx, { kind: 'profile', id: sme.id }, { all, engine: engineName(version) });
  }
}

/** Gives the documents of each. */
async function putSmes(
  tx: Tx,
  engine: MatchingEngine,
  smes: readonly Sme[],
  version: string,
): Promise<(readonly Uint8Array[])[]> {
  const findable = [];
  for (const { id, texts, means } of smes)
    findable.push({ id, means, documents: await analyseSme(tx, engine, { id, texts, version }) });
  engine.putSmes(findable);
  return findable.map(({ documents }) => documents);
}

async function serveChallenge(
  tx: Tx,
  engine: MatchingEngine,
  { id, version }: { readonly id: string; readonly version: string },
): Promise<void> {
  const [asked] = await readAsked(tx, [id]);
  if (asked === undefined) engine.removeChallenge(id);
  else engine.putChallenge(asked);
  const scored = engine.smesFor(id);
  const smes = await readSmes(
    tx,
    scored.map(({ smeId }) => smeId),
  );
  const all = explainAll(engine, scored, smes);
  await replaceRecommendations(tx, { kind: 'challenge', id }, { all, engine: engineName(version) });
}

function explainAll(engine: MatchingEngine, scored: readonly Scored[], smes: readonly Sme[]): Explained[] {
  const byId = new Map(smes.map((sme) => [sme.id, sme]));
  const read = new Map<string, { id: string; text: ReturnType<MatchingEngine['read']> }[]>();
  return scored.flatMap((one) => {
    const sme = byId.get(one.smeId);
    if (sme === undefined) return [];
    const documents = read.get(sme.id) ?? sme.texts.map((text) => ({ id: text.id, text: engine.read(text) }));
    read.set(sme.id, documents);
    const words = engine.explain(one, documents);
    return words === null ? [] : [{ ...one, words }];
  });
}

function subjects(changes: readonly MatchChange[], kind: MatchChange['kind']): Set<string> {
  return new Set(changes.filter((change) => change.kind === kind).map(({ subjectId }) => subjectId));
}
