/** Names a term by 48 bits: what the database and the index keep instead of the word. */
export interface TermKey {
  readonly low: number;
  /** 16 bits. */
  readonly high: number;
}

/**
 * Gives the key of a term: two multiplicative hashes over its characters, mixed at the end as in MurmurHash3 (Appleby, public
 * domain). Of three million terms two share a key once in sixty times; they would then be taken for one word.
 */
export function termKey(term: string): TermKey {
  let low = 0x9747b28c;
  let high = 0x5bd1e995;
  for (let at = 0; at < term.length; at += 1) {
    const code = term.charCodeAt(at);
    low = Math.imul(low ^ code, 0x85ebca6b);
    high = Math.imul(high ^ code, 0xc2b2ae35);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  return { low: mixed(low ^ Math.imul(high, 0x27d4eb2f)), high: mixed(high) & 0xffff };
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
