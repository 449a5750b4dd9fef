import { setTimeout as pause } from 'node:timers/promises';
import { Loop } from './loop';

describe('a loop', () => {
  it('goes on at once while there is more to do, then rests', async () => {
    let rounds = 0;
    const loop = new Loop({
      name: 'count',
      round: async () => ++rounds < 50,
      restMs: 60_000,
      restAfterFaultMs: 60_000,
      onFault: fail,
    });
    await until(() => rounds >= 50);
    await pause(30);
    expect(rounds).toBe(50);
    await loop.stop();
  });

  it('survives a failing round and tells of it', async () => {
    const faults: string[] = [];
    let rounds = 0;
    const round = async (): Promise<boolean> => {
      rounds += 1;
      if (rounds < 3) throw new Error(`round ${rounds}`);
      return false;
    };
    const loop = new Loop({
      name: 'stumble',
      round,
      restMs: 5,
      restAfterFaultMs: 5,
      onFault: (name, fault) => faults.push(`${name}: ${String(fault)}`),
    });
    await until(() => rounds >= 5);
    await loop.stop();
    expect(faults).toEqual(['stumble: Error: round 1', 'stumble: Error: round 2']);
  });

  it('rests as long as the failures in a row ask, and begins anew after a success', async () => {
    const rests: number[] = [];
    let rounds = 0;
    const loop = new Loop({
      name: 'back off',
      round: async () => {
        rounds += 1;
        if (rounds !== 4) throw new Error('away');
        return true;
      },
      restMs: 1,
      restAfterFaultMs: (_fault, failures) => failures,
      onFault: (_name, _fault, restMs) => rests.push(restMs),
    });
    await until(() => rests.length >= 5);
    await loop.stop();
    expect(rests.slice(0, 5)).toEqual([1, 2, 3, 1, 2]);
  });

  it('lets the round in hand end when it is stopped, and begins no other', async () => {
    const seen: string[] = [];
    const round = async (): Promise<boolean> => {
      seen.push('begin');
      await pause(40);
      seen.push('end');
      return true;
    };
    const loop = new Loop({ name: 'slow', round, restMs: 5, restAfterFaultMs: 5, onFault: fail });
    await until(() => seen.length > 0);
    await loop.stop();
    const whenStopped = [...seen];
    await pause(60);
    expect(seen).toEqual(whenStopped);
    expect(seen.at(-1)).toBe('end');
  });

  it('stops at once while it rests', async () => {
    const loop = new Loop({
      name: 'idle',
      round: async () => false,
      restMs: 60_000,
      restAfterFaultMs: 60_000,
      onFault: fail,
    });
    const begun = performance.now();
    await loop.stop();
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

function fail(name: string, fault: unknown): void {
  throw new Error(`${name} failed: ${String(fault)}`);
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(2);
}
