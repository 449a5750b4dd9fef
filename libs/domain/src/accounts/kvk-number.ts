/** Whether a text has the form of a KvK number: eight digits that are not all the same. */
export function isKvkNumber(text: string): boolean {
  return /^\d{8}$/.test(text) && new Set(text).size > 1;
}

/** Takes the spaces and dots out of a KvK number as people write it. */
export function tidyKvkNumber(text: string): string {
  return text.replace(/[\s.]/g, '');
}
