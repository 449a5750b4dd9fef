import { type AddProfileDocumentDto, constraints, type ProfileDocumentDto } from '@htsm/contracts';

/** A document as it is filled in. */
export type DocumentForm = Omit<AddProfileDocumentDto, 'organisationId'>;
/** What a document is about. */
export type DocumentKind = ProfileDocumentDto['kind'];

const limits = constraints['AddProfileDocumentDto'];

/** Title and text must be there; the year may stay empty. */
export const documentLimits = {
  title: limits.title,
  text: limits.text,
  year: { minimum: limits.year.minimum, maximum: limits.year.maximum },
};

/** A form for a document that is not there yet. */
export function emptyDocument(kind: DocumentKind, locale: DocumentForm['locale']): DocumentForm {
  return { kind, title: '', text: '', year: null, locale };
}

/** Fills the form from what the server has. */
export function toDocumentForm(document: ProfileDocumentDto): DocumentForm {
  const { kind, title, text, year, locale } = document;
  return { kind, title, text, year, locale };
}
