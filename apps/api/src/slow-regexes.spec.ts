import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Proof {
  slowRegexes(step: number): { count: number; slow: string[] };
  slowest(regex: { source: string; flags: string }, step?: number): number;
}

describe('our regular expressions', () => {
  let proof: Proof;
  beforeAll(async () => {
    proof = (await import(pathToFileURL(resolve('tools/trust/slow-regexes.mjs')).href)) as Proof; // a module without types
  });

  it('are quick on 50 kB of what they like least; the whole proof tries forty times as many texts', () => {
    const { count, slow } = proof.slowRegexes(40);
    expect(slow).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });

  it('would be found out', () => {
    expect(proof.slowest({ source: '(a+)+$', flags: '' })).toBe(2_000);
  });
});
