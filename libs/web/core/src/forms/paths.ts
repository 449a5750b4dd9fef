/** Reads the value at a path such as `criteria.0.weight`; undefined when the path leads nowhere. */
export function readPath(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    // Any object can be read by any name; what is not there is undefined.
    return (inner as Record<string, unknown>)[key];
  }, value);
}

/** Gives a copy with another value at a path; everything else stays the same object. */
export function writePath<T>(value: T, path: string, next: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? next : writePath(readPath(value, key), rest.join('.'), next);
  const copy = Array.isArray(value) ? Object.assign([], value, { [key]: inner }) : { ...value, [key]: inner };
  // The shape is that of `value`; only the value at the path is another.
  return copy as T;
}
