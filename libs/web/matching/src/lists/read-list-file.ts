/** The form of a file by the end of its name; CSV when that says nothing. */
export function formatOf(name: string): 'csv' | 'turtle' | 'rdf_xml' {
  const end = name.toLowerCase().split('.').at(-1);
  if (end === 'ttl') return 'turtle';
  return end === 'rdf' || end === 'xml' ? 'rdf_xml' : 'csv';
}

/** Reads a file as text: UTF-8, or else the letters that older spreadsheets write in Western Europe. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
