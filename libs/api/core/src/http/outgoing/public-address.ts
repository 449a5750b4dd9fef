import ipaddr from 'ipaddr.js';

/** Who may be connected to: the public internet, this machine itself, or nobody. */
export type AddressKind = 'public' | 'loopback' | 'refused';

/**
 * Sorts an IP address. Only global unicast is public: private, link-local, carrier-grade, multicast, reserved,
 * IPv4-mapped, translated and tunnelled addresses are refused, and so is what is no address.
 */
export function kindOfAddress(text: string): AddressKind {
  if (!ipaddr.isValid(text)) return 'refused';
  const address = ipaddr.parse(text);
  const range = address.range();
  if (range === 'loopback') return 'loopback';
  if (range !== 'unicast') return 'refused';
  // of IPv6 only 2000::/3 is given out; the rest holds forms that carry an IPv4 address inside
  const first = address.toByteArray()[0] ?? 0;
  return address.kind() === 'ipv4' || first >> 5 === 1 ? 'public' : 'refused';
}
