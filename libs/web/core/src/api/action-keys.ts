/** Makes a key: 32 random hex digits. Works without a secure context too. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Gives each action of the person one key. The same request again gets the same key as long as nobody knows what became
 * of the first: under way, or lost with the connection. So a second press, or another try, never makes a second thing.
 */
export class ActionKeys {
  private readonly open = new Map<string, string>();

  /** Gives the key of a request to `path` with `body`. */
  keyOf(path: string, body: unknown): string {
    const name = nameOf(path, body);
    const key = this.open.get(name) ?? newKey();
    this.open.set(name, key);
    return key;
  }

  /** Forgets the key: the server answered, so the next request like it is another action. */
  settle(path: string, body: unknown): void {
    this.open.delete(nameOf(path, body));
  }
}

function nameOf(path: string, body: unknown): string {
  return `${path} ${JSON.stringify(body)}`;
}
