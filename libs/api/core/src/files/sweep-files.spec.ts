import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Database } from '../database/database';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '../testing';
import { FILE_STORE, type FileStore } from './file-store';
import { uploadFolder } from './receive-upload';
import { holdFiles, storeFile } from './stored-files';
import { ORPHAN_AGE_MS, sweepFiles } from './sweep-files';

describe('the nightly sweep of files', () => {
  let world: TestWorld;
  let store: FileStore;
  let challengeId: string;
  let personId: string;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [], entities: [], texts: [] }, 'worker');
    store = world.app.get<FileStore>(FILE_STORE);
    const { id: organisationId } = await makeOrganisation(world.database, { kind: 'company' });
    personId = (await makePerson(world.database, { organisationId })).id;
    challengeId = randomUUID();
    await world.database.asOwner(
      `INSERT INTO challenge (id, slug, organisation_id, created_by) VALUES ($1, 'one', $2, $3)`,
      [challengeId, organisationId, personId],
    );
  });
  afterAll(() => world.close());

  const database = (): Database => new Database(world.source);
  const sweep = () => sweepFiles({ database: database(), store, config: world.config });
  const old = new Date(Date.now() - ORPHAN_AGE_MS - 60_000);
  const placeOf = (sha256: string) => join(world.config.dataDir, 'files', sha256.slice(0, 2), sha256);

  /** A file that is being uploaded: its bytes wait in the folder for files under way. */
  async function upload(content: string) {
    const folder = uploadFolder(world.config);
    await mkdir(folder, { recursive: true });
    const temporaryFile = join(folder, randomUUID());
    await writeFile(temporaryFile, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { sha256, temporaryFile, fileName: 'a.pdf', sizeBytes: content.length, mediaType: 'application/pdf' };
  }
  async function kept(content: string, state: { row?: boolean; owner?: boolean; at?: Date }): Promise<string> {
    const file = await upload(content);
    await store.put(file.sha256, file.temporaryFile);
    const at = state.at ?? old;
    await utimes(placeOf(file.sha256), at, at);
    if (state.row === true || state.owner === true) {
      await world.database.asOwner(`INSERT INTO stored_file VALUES ($1, 1, 'application/pdf', $2)`, [file.sha256, at]);
    }
    if (state.owner === true) {
      await world.database.asOwner(
        `INSERT INTO challenge_attachment (challenge_id, sha256, file_name, uploaded_by) VALUES ($1, $2, 'a.pdf', $3)`,
        [challengeId, file.sha256, personId],
      );
    }
    return file.sha256;
  }
  async function allKept(): Promise<string[]> {
    const names: string[] = [];
    for await (const { sha256 } of store.list()) names.push(sha256);
    return names.sort();
  }
  const rows = async () =>
    (await world.database.asOwner<{ sha256: string }>('SELECT sha256 FROM stored_file ORDER BY 1')).map(
      ({ sha256 }) => sha256,
    );

  it('removes old bytes without a row and old rows without an owner, and nothing else', async () => {
    const owned = await kept('owned', { owner: true });
    await kept('orphaned bytes', {});
    await kept('orphaned row', { row: true });
    const young = [
      await kept('young bytes', { at: new Date() }),
      await kept('young row', { row: true, at: new Date() }),
    ];
    expect(await sweep()).toEqual({ files: 2, incoming: 0 });
    expect(await allKept()).toEqual([owned, ...young].sort());
    expect(await rows()).toEqual([owned, young[1]].sort());
    expect((await buffer(await store.read(owned))).toString()).toBe('owned');
  });

  it('removes uploads that never ended, not those under way', async () => {
    const [ended, running] = [await upload('ended'), await upload('running')];
    await utimes(ended.temporaryFile, old, old);
    expect(await sweep()).toEqual({ files: 0, incoming: 1 });
    expect(await readdir(uploadFolder(world.config))).toEqual([running.temporaryFile.split('/').at(-1)]);
  });

  it('keeps an orphan that is uploaded again while the sweep looks at it', async () => {
    const sha256 = await kept('again', {});
    const again = await upload('again');
    let sweeping: Promise<unknown> = Promise.resolve();
    await database().asSystem(async (tx) => {
      await storeFile(tx, store, again);
      await tx.run(
        `INSERT INTO challenge_attachment (challenge_id, sha256, file_name, uploaded_by) VALUES ($1, $2, 'a.pdf', $3)`,
        [challengeId, sha256, personId],
      );
      sweeping = sweep();
      await waitForLock();
    });
    expect(await sweeping).toEqual({ files: 0, incoming: 0 });
    expect([await allKept(), await rows()].map((names) => names.includes(sha256))).toEqual([true, true]);
  });

  it('removes nothing while a backup copies', async () => {
    const sha256 = await kept('backed up', {});
    await database().asSystem(async (tx) => {
      await holdFiles(tx);
      expect(await sweep()).toEqual({ files: 0, incoming: 0 });
    });
    expect(await allKept()).toContain(sha256);
    expect(await sweep()).toEqual({ files: 1, incoming: 0 });
  });

  async function waitForLock(): Promise<void> {
    for (;;) {
      const waiting = await world.database.asOwner(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      if (waiting.length > 0) return;
    }
  }
});
