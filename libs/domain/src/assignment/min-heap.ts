/** Numbered nodes by distance, nearest first. A node may stand in it more than once; whoever takes it out sees to that. */
export class MinHeap {
  private nodes = new Int32Array(1024);
  private keys = new Float64Array(1024);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** The distance of the nearest; Infinity when empty. */
  get nearest(): number {
    return this.length === 0 ? Infinity : (this.keys[0] ?? 0);
  }

  clear(): void {
    this.length = 0;
  }

  push(node: number, key: number): void {
    if (this.length === this.nodes.length) this.grow();
    const { nodes, keys } = this;
    let at = this.length;
    this.length += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = keys[above] ?? 0;
      if (other <= key) break;
      keys[at] = other;
      nodes[at] = nodes[above] ?? 0;
      at = above;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** Takes out the nearest; −1 when empty. */
  pop(): number {
    if (this.length === 0) return -1;
    const { nodes, keys } = this;
    const top = nodes[0] ?? 0;
    this.length -= 1;
    const size = this.length;
    const key = keys[size] ?? 0;
    const node = nodes[size] ?? 0;
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && (keys[below + 1] ?? 0) < (keys[below] ?? 0)) below += 1;
      const other = keys[below] ?? 0;
      if (other >= key) break;
      keys[at] = other;
      nodes[at] = nodes[below] ?? 0;
      at = below;
    }
    keys[at] = key;
    nodes[at] = node;
    return top;
  }

  private grow(): void {
    const nodes = new Int32Array(this.nodes.length * 2);
    const keys = new Float64Array(this.keys.length * 2);
    nodes.set(this.nodes);
    keys.set(this.keys);
    this.nodes = nodes;
    this.keys = keys;
  }
}
