import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import { Problem } from '../api/problem';
import { Autosave } from './autosave';

const savedAt = '2026-11-22T19:41:07Z';

function makeAutosave(save: (text: string, version: number) => Promise<{ version: number; savedAt: string }>) {
  const value = signal('a');
  return { value, autosave: new Autosave({ value, version: 3, save }) };
}

describe('autosave', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('saves the newest text within a second of the last change', async () => {
    const save = jest.fn((_text: string, version: number) => Promise.resolve({ version: version + 1, savedAt }));
    const { value, autosave } = makeAutosave(save);
    value.set('ab');
    autosave.schedule();
    value.set('abc');
    autosave.schedule();
    await jest.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls).toEqual([['abc', 3]]);
    expect(autosave.state()).toEqual({ kind: 'saved', at: savedAt, version: 4 });
    expect(autosave.isPending).toBe(false);
  });

  it('says that it is saving only when it takes longer than a second', async () => {
    const slow = () =>
      new Promise<{ version: number; savedAt: string }>((done) =>
        setTimeout(() => done({ version: 4, savedAt }), 1500),
      );
    const { value, autosave } = makeAutosave(slow);
    value.set('ab');
    const saving = autosave.flush();
    await jest.advanceTimersByTimeAsync(900);
    expect(autosave.state().kind).toBe('idle');
    await jest.advanceTimersByTimeAsync(200);
    expect(autosave.state().kind).toBe('saving');
    await jest.advanceTimersByTimeAsync(500);
    expect(await saving).toBe(true);
    expect(autosave.state().kind).toBe('saved');
  });

  it('keeps trying without a connection', async () => {
    let isOnline = false;
    const { value, autosave } = makeAutosave((_text, version) =>
      isOnline ? Promise.resolve({ version: version + 1, savedAt }) : Promise.reject(new Problem(0, {})),
    );
    value.set('ab');
    expect(await autosave.flush()).toBe(false);
    expect(autosave.state()).toEqual({ kind: 'offline', lastAt: undefined });
    isOnline = true;
    await jest.advanceTimersByTimeAsync(3000);
    expect(autosave.state().kind).toBe('saved');
  });

  it('stops at a conflict with both texts, and goes on from the version of the other', async () => {
    const versions: number[] = [];
    const { value, autosave } = makeAutosave((_text, version) => {
      versions.push(version);
      const current = { version: 9, text: 'ander' };
      if (version === 3) return Promise.reject(new Problem(409, { code: 'version_conflict', current }));
      return Promise.resolve({ version: version + 1, savedAt });
    });
    value.set('mijn');
    await autosave.flush();
    expect(autosave.conflict()).toEqual({ mine: 'mijn', theirs: { version: 9, text: 'ander' }, version: 9 });
    value.set('mijn tekst');
    autosave.schedule();
    await jest.advanceTimersByTimeAsync(5000);
    expect(versions).toEqual([3]);
    autosave.keepMine();
    await jest.advanceTimersByTimeAsync(0);
    expect(versions).toEqual([3, 9]);
    expect(autosave.currentVersion).toBe(10);
  });

  it('knows its own text when only the answer got lost, and saves what was typed since once', async () => {
    const sent: [string, number][] = [];
    let stored = { version: 3, text: 'a' };
    const value = signal('a');
    const autosave = new Autosave({
      value,
      version: 3,
      isSame: (theirs, mine) => JSON.stringify(theirs).includes(`"text":"${mine}"`),
      save: (text, version) => {
        sent.push([text, version]);
        if (version !== stored.version) {
          return Promise.reject(new Problem(409, { code: 'version_conflict', current: stored }));
        }
        stored = { version: version + 1, text };
        return sent.length === 1 ? Promise.reject(new Problem(0, {})) : Promise.resolve({ ...stored, savedAt });
      },
    });
    value.set('ab');
    await autosave.flush();
    value.set('abc');
    await jest.advanceTimersByTimeAsync(6000);
    expect(autosave.conflict()).toBeNull();
    expect(sent).toEqual([
      ['ab', 3],
      ['abc', 3],
      ['abc', 4],
    ]);
    expect(stored).toEqual({ version: 5, text: 'abc' });
  });

  it('keeps what cannot be sent, goes on from it, and forgets it once it is saved', async () => {
    const kept: unknown[] = [];
    const value = signal('a');
    const place = { keep: (draft: unknown) => kept.push(draft), forget: () => kept.push('forgotten') };
    let isOnline = false;
    const save = (text: string, version: number) =>
      isOnline ? Promise.resolve({ version: version + text.length, savedAt }) : Promise.reject(new Problem(0, {}));
    const first = new Autosave({ value, version: 3, save }, place);
    value.set('ab');
    await first.flush();
    expect(kept).toEqual([{ version: 3, value: 'ab', sent: 'ab' }]);

    const again = new Autosave({ value: signal('a'), version: 9, save }, place);
    again.resume(3, 'ab');
    expect(again.currentVersion).toBe(3);
    isOnline = true;
    expect(await first.flush()).toBe(true);
    expect(kept).toEqual([{ version: 3, value: 'ab', sent: 'ab' }, 'forgotten']);
  });

  it('says what failed and can be tried again', async () => {
    let isBroken = true;
    const { value, autosave } = makeAutosave((_text, version) =>
      isBroken
        ? Promise.reject(new Problem(500, { detail: 'kapot' }))
        : Promise.resolve({ version: version + 1, savedAt }),
    );
    value.set('ab');
    await autosave.flush();
    expect(autosave.state()).toEqual({ kind: 'failed', detail: 'kapot' });
    isBroken = false;
    expect(await autosave.flush()).toBe(true);
  });
});
