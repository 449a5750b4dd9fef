import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { fillText } from '../i18n/texts';
import type { PaperOrder, PaperPart, PaperRun } from './paper-order';

const fontFile = createRequire(import.meta.url).resolve;
/* By file and not by a registered name: tables go back to the file of a font, and a name would have it read again each time. */
const FONTS = {
  plain: fontFile('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: fontFile('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
};
const MARGINS = { top: 56, bottom: 68, left: 56, right: 56 };
const SIZES = { 1: 18, 2: 13, 3: 11 } as const;
const BODY = 10;
const SMALL = 8;
const INK = '#14201b';
const SOFT = '#4a564f';
const LINE = '#8b938c';
/** A table of so many rows stays on one page. */
const ROWS_TOGETHER = 10;
const ROW_HEIGHT = 24;
/** Room that a heading keeps for what follows it. */
const AFTER_HEADING = 48;

type Document = InstanceType<typeof PDFDocument>;

/**
 * Writes an A4 document as PDF: tagged in reading order, in its language, with bookmarks, page numbers and the font inside.
 * Takes some milliseconds a page: longer ones belong in a thread (`PaperThread`).
 */
export async function writePaper(order: PaperOrder): Promise<Uint8Array> {
  const moment = new Date(order.writtenAt);
  const paper = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    tagged: true,
    lang: order.lang,
    displayTitle: true,
    bufferPages: true,
    font: FONTS.plain,
    info: {
      Title: order.title,
      Creator: 'HTSM Challenges',
      Producer: 'HTSM Challenges',
      CreationDate: moment,
      ModDate: moment,
    },
  });
  const bytes = collect(paper);
  for (const part of order.parts) write(paper, part);
  numberPages(paper, order);
  paper.end();
  return bytes;
}

function collect(paper: Document): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((done, failed) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => done(Buffer.concat(chunks)));
    paper.on('error', failed);
  });
}

function write(paper: Document, part: PaperPart): void {
  switch (part.kind) {
    case 'heading':
      return writeHeading(paper, part);
    case 'text':
      paper.fillColor(part.isSoft === true ? SOFT : INK);
      addStructure(paper, 'P', () => writeRuns(paper, part.runs));
      paper.moveDown(0.5);
      return;
    case 'list':
      return writeList(paper, part);
    case 'table':
      return writeTable(paper, part);
    case 'box':
      return writeBox(paper, part);
  }
}

function writeHeading(paper: Document, { level, text, startsPage }: PaperPart & { kind: 'heading' }): void {
  const isAtTop = paper.y <= MARGINS.top;
  if (startsPage === true && !isAtTop) paper.addPage();
  else keepTogether(paper, AFTER_HEADING + SIZES[level]);
  if (startsPage === true) paper.outline.addItem(text);
  if (!isAtTop && startsPage !== true) paper.moveDown(0.4);
  addStructure(paper, `H${level}`, () => {
    paper.font(FONTS.bold).fontSize(SIZES[level]).fillColor(INK).text(text, MARGINS.left);
  });
  paper.moveDown(0.3);
}

/** Writes words that follow each other, each in its weight. */
function writeRuns(paper: Document, runs: readonly PaperRun[], options: PDFKit.Mixins.TextOptions = {}): void {
  const shown = runs.filter(({ text }) => text !== '');
  paper.fontSize(BODY);
  for (const [index, { text, isBold }] of shown.entries()) {
    paper.font(isBold === true ? FONTS.bold : FONTS.plain);
    paper.text(text, { ...options, continued: index < shown.length - 1 });
  }
}

function writeList(paper: Document, { isNumbered, items }: PaperPart & { kind: 'list' }): void {
  const list = paper.struct('L');
  paper.addStructure(list);
  paper.fillColor(INK);
  for (const [index, runs] of items.entries()) {
    const mark = isNumbered ? `${index + 1}.` : '•';
    const item = paper.struct('LI');
    list.add(item);
    item.add(
      paper.struct('Lbl', {}, () => {
        paper.font(FONTS.plain).fontSize(BODY).text(mark, MARGINS.left, undefined, { lineBreak: false });
      }),
    );
    item.add(
      paper.struct('LBody', {}, () => {
        paper.x = MARGINS.left + 18;
        writeRuns(paper, runs);
      }),
    );
    item.end();
    paper.x = MARGINS.left;
  }
  list.end();
  paper.moveDown(0.5);
}

function writeTable(paper: Document, { head, rows }: PaperPart & { kind: 'table' }): void {
  keepTogether(paper, AFTER_HEADING + Math.min(rows.length, ROWS_TOGETHER) * ROW_HEIGHT);
  paper.font(FONTS.plain).fontSize(BODY).fillColor(INK);
  const cell = (text: string, isHead: boolean): PDFKit.Mixins.CellOptions => ({
    text,
    type: isHead ? 'TH' : 'TD',
    padding: 4,
    border: 0.5,
    borderColor: LINE,
    ...(isHead ? { font: { src: FONTS.bold, size: BODY }, backgroundColor: '#eef0ec' } : {}),
  });
  // the types do not know that a table adds itself to the structure of its document
  const table = {
    structParent: paper,
    data: [head.map((text) => cell(text, true)), ...rows.map((row) => row.map((text) => cell(text, false)))],
  };
  paper.table(table);
  paper.x = MARGINS.left;
  paper.moveDown(0.6);
}

function writeBox(paper: Document, { label, height }: PaperPart & { kind: 'box' }): void {
  keepTogether(paper, height + 20);
  addStructure(paper, 'P', () => {
    paper.font(FONTS.plain).fontSize(SMALL).fillColor(SOFT).text(label, MARGINS.left);
  });
  paper.markContent('Artifact', { type: 'Layout' });
  paper
    .lineWidth(0.7)
    .strokeColor(LINE)
    .rect(MARGINS.left, paper.y + 2, paper.page.width - MARGINS.left - MARGINS.right, height)
    .stroke();
  paper.endMarkedContent();
  paper.y += height + 12;
}

/** Begins a page when there is less room than this. */
function keepTogether(paper: Document, height: number): void {
  if (paper.y + height > paper.page.height - MARGINS.bottom) paper.addPage();
}

function addStructure(paper: Document, type: string, content: () => void): void {
  const element = paper.struct(type, {}, content);
  paper.addStructure(element);
  element.end();
}

/** Writes the line below every page, which readers of the structure pass over. */
function numberPages(paper: Document, { footer, pageWords }: PaperOrder): void {
  const { start, count } = paper.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    paper.switchToPage(index);
    // the line stands in the margin, where text would begin a new page
    paper.page.margins.bottom = 0;
    const y = paper.page.height - 44;
    const width = paper.page.width - MARGINS.left - MARGINS.right;
    paper.markContent('Artifact', { type: 'Pagination' });
    paper.font(FONTS.plain).fontSize(SMALL).fillColor(SOFT);
    paper.text(footer, MARGINS.left, y, { width: width - 90, lineBreak: false });
    paper.text(fillText(pageWords, { page: index + 1, pages: count }), MARGINS.left, y, {
      width,
      align: 'right',
      lineBreak: false,
    });
    paper.endMarkedContent();
  }
}
