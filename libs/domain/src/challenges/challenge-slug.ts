const MAX_LENGTH = 60;

/** Makes the readable part of an address: `Slijtage aan wissels` → `slijtage-aan-wissels`; never empty. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-');
  return trimDashes(cutAtWord(trimDashes(plain))) || 'challenge';
}

/** Gives the slug of a title with a number behind it when it is taken. */
export function freeSlug(title: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title);
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}

function cutAtWord(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH);
  const lastDash = cut.lastIndexOf('-');
  return lastDash > MAX_LENGTH / 2 ? cut.slice(0, lastDash) : cut;
}

function trimDashes(slug: string): string {
  return slug.replace(/^-+|-+$/g, '');
}
