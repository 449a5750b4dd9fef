import { formatOf, textOf } from './read-list-file';

/** A file in memory; the browser of the tests has blobs without `arrayBuffer`. */
const file = (bytes: readonly number[]): Blob => {
  const { buffer } = Uint8Array.from(bytes);
  return { arrayBuffer: () => Promise.resolve(buffer) } as unknown as Blob; // the one method that is used
};

describe('a file with words', () => {
  it.each([
    ['lijst.csv', 'csv'],
    ['LIJST.TTL', 'turtle'],
    ['lijst.rdf', 'rdf_xml'],
    ['lijst.skos.xml', 'rdf_xml'],
    ['lijst', 'csv'],
  ])('%s is read as %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });

  it('is UTF-8, or what older spreadsheets write', async () => {
    expect(await textOf(file([0x70, 0x69, 0xc3, 0xab]))).toBe('pië');
    expect(await textOf(file([0x70, 0x69, 0xeb]))).toBe('pië');
  });
});
