/** Signs of Windows-1252 that have no place in Latin-1. */
const WINDOWS_SIGNS: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

/** Makes a PDF of one A4 page: the first line large, the others below it. */
export function smallPdf(lines: readonly string[]): Buffer {
  const text = lines.map((line, index) => `${index === 0 ? '/F1 18 Tf' : '/F1 11 Tf'} (${escape(line)}) Tj 0 -24 Td`);
  const content = `BT 56 770 Td ${text.join(' ')} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  return Buffer.from(assemble(objects), 'latin1');
}

function assemble(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return `${file}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** Every sign outside plain ASCII becomes an octal code of Windows-1252; unknown ones a question mark. */
function escape(line: string): string {
  return [...line]
    .map((sign) => {
      const code = WINDOWS_SIGNS[sign] ?? sign.codePointAt(0) ?? 63;
      if ('()\\'.includes(sign)) return `\\${sign}`;
      if (code < 127) return sign;
      return code < 256 ? `\\${code.toString(8).padStart(3, '0')}` : '?';
    })
    .join('');
}
