/**
 * Believes what the nearest `count` proxies say about where a request came from, and nobody else: an address that a
 * visitor writes into X-Forwarded-For stands behind theirs and is not looked at. 0 believes no forwarded header.
 */
export function trustNearest(count: number): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < count;
}
