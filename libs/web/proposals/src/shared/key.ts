/** Makes the key of one press of a button: 32 random hex digits. Works without a secure context too. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
