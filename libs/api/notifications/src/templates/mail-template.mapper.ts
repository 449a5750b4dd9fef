import type { EditedTexts } from '../mail/mail-voice';
import type { MailTemplateDto, MailTextChangeDto } from './mail-template.dto';
import { placeholdersOfKind, type Sentence } from './mail-sentences';
import type { TemplateRow, WhichTemplate } from './mail-template-rows';

/** Versions that are shown; one more was read, to compare the oldest of them with. */
const SHOWN = 50;

/** Gives the texts of a kind of mail with their history; `rows` are its versions, the newest first. */
export function mailTemplate(
  { kind, locale }: WhichTemplate,
  sentences: readonly Sentence[],
  rows: readonly TemplateRow[],
): MailTemplateDto {
  const newest = rows[0];
  return {
    kind,
    locale,
    number: newest?.number ?? 0,
    sentences: sentences.map(({ key, delivered, rule }) => ({
      key,
      delivered,
      text: newest?.texts[key] ?? delivered,
      placeholders: [...rule.placeholders],
      required: [...rule.required],
      max: rule.max,
      isOneLine: rule.isOneLine,
    })),
    placeholders: placeholdersOfKind(kind, sentences),
    versions: rows.slice(0, SHOWN).map(({ number, made_by, created_at, restored_from, texts }, index) => ({
      number,
      madeBy: made_by,
      madeAt: created_at.toISOString(),
      restoredFrom: restored_from,
      changes: changesBetween(sentences, rows[index + 1]?.texts ?? {}, texts),
    })),
  };
}

function changesBetween(sentences: readonly Sentence[], older: EditedTexts, newer: EditedTexts): MailTextChangeDto[] {
  return sentences
    .map(({ key, delivered }) => ({ key, before: older[key] ?? delivered, after: newer[key] ?? delivered }))
    .filter(({ before, after }) => before !== after);
}
