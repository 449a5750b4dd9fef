import { profileOf, type Locale, type ProfileContent } from '@htsm/domain';
import type { ProfileDocumentDto, ProfileDto } from '../dto/profile.dto';
import type { ProfileRow } from './profiles.repository';

/** Shows a profile; one that was never saved shows what is known of the organisation. */
export function toProfile(row: ProfileRow, documents: readonly ProfileDocumentDto[], reader: Locale): ProfileDto {
  const content = row.version === 0 ? profileOf(row.organisation, reader) : row;
  return {
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    ...fieldsOf(content),
    version: row.version,
    updatedAt: row.version === 0 ? null : row.updatedAt,
    documents: documents.map(toDocument),
  };
}

/** Shows a document. */
export function toDocument(row: ProfileDocumentDto): ProfileDocumentDto {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    text: row.text,
    year: row.year,
    locale: row.locale,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
  };
}

function fieldsOf(content: ProfileContent) {
  return {
    locale: content.locale,
    about: content.about,
    themes: [...content.themes],
    capabilities: [...content.capabilities],
    regions: [...content.regions],
    certificates: [...content.certificates],
    size: content.size,
    trlMin: content.trlMin,
    trlMax: content.trlMax,
    showsName: content.showsName,
  };
}
