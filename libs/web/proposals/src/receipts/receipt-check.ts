import { readReceiptFile, type ReceiptManifest } from '@htsm/domain';

/** A chosen file beside the receipt: which part of the submission its content is, or none. */
export interface CheckedFile {
  readonly name: string;
  /** Name under which the same content was submitted; undefined when it was not. */
  readonly submittedAs: string | undefined;
}

/** Reads the bytes of a file as text, each byte as it is; a text that is no UTF-8 gives null. */
export function textOf(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Gives what a receipt says of itself; null for anything that is not one to the byte. Who signed it is not looked at. */
export function manifestOf(text: string): ReceiptManifest | null {
  return readReceiptFile(text)?.manifest ?? null;
}

/** Compares the content of a file with the submitted ones; the file does not leave the browser. */
export async function checkFile(
  manifest: ReceiptManifest,
  file: Pick<File, 'name' | 'arrayBuffer'>,
): Promise<CheckedFile> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name, submittedAs: manifest.files.find((one) => one.sha256 === sha256)?.fileName };
}
