import { Injectable } from '@nestjs/common';
import { tidyWords, type KnownOrganisation, type Locale, type ProfileContent } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { iso } from '@htsm/api/reviews';
import type { ProfileDocumentDto, ProfileDocumentFieldsDto } from '../dto/profile.dto';

/** A profile with what its organisation told of itself; version 0 when nothing was saved yet. */
export interface ProfileRow extends ProfileContent {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisation: KnownOrganisation;
  readonly version: number;
  readonly updatedAt: string | null;
}

const DOCUMENT = `d.id, d.kind, d.title, d.text, d.year, d.locale, ${iso('d.created_at')} AS "createdAt",
  ${iso('d.updated_at')} AS "updatedAt", d.version`;

/** Profiles and their documents; the row policies give members their own, and the taskforce all to read. */
@Injectable()
export class ProfilesRepository {
  /** Gives the profile of an organisation that the actor sees; version 0 also when there is no row yet. */
  find(tx: Tx, organisationId: string): Promise<ProfileRow | null> {
    return tx.row(
      `SELECT o.id AS "organisationId", o.name AS "organisationName", jsonb_build_object('region', o.region, 'employees', o.employees) AS organisation,
        p.locale, p.about, p.themes, p.capabilities, p.regions, p.certificates, p.size, p.trl_min AS "trlMin", p.trl_max AS "trlMax",
        p.shows_name AS "showsName", coalesce(p.version, 0) AS version, ${iso('p.updated_at')} AS "updatedAt"
       FROM organisation o LEFT JOIN profile p ON p.organisation_id = o.id WHERE o.id = $1`,
      [organisationId],
    );
  }

  /** Makes the row that documents hang on, and holds it until the end of the transaction. */
  async open(tx: Tx, organisationId: string, locale: Locale): Promise<void> {
    await tx.run(
      `INSERT INTO profile (organisation_id, locale, version) VALUES ($1, $2, 0) ON CONFLICT (organisation_id) DO NOTHING`,
      [organisationId, locale],
    );
    await tx.run('SELECT FROM profile WHERE organisation_id = $1 FOR UPDATE', [organisationId]);
  }

  /** Writes when the profile still has the given version; gives whether it had. */
  async change(tx: Tx, organisationId: string, version: number, content: ProfileContent): Promise<boolean> {
    const touched = await tx.run(
      `UPDATE profile SET locale = $3, about = $4, themes = $5, capabilities = $6, regions = $7, certificates = $8, size = $9,
         trl_min = $10, trl_max = $11, shows_name = $12, version = version + 1, updated_at = htsm_now()
       WHERE organisation_id = $1 AND version = $2`,
      [
        organisationId,
        version,
        content.locale,
        content.about,
        content.themes,
        tidyWords(content.capabilities),
        content.regions,
        content.certificates,
        content.size,
        content.trlMin,
        content.trlMax,
        content.showsName,
      ],
    );
    return touched === 1;
  }

  /** Gives the documents, the oldest first. */
  documents(tx: Tx, organisationId: string): Promise<ProfileDocumentDto[]> {
    return tx.rows(
      `SELECT ${DOCUMENT} FROM profile_document d WHERE d.organisation_id = $1 ORDER BY d.created_at, d.id LIMIT 50`,
      [organisationId],
    );
  }

  /** Gives a document with its organisation, or null when the actor may not see it. */
  document(tx: Tx, id: string): Promise<(ProfileDocumentDto & { organisationId: string }) | null> {
    return tx.row(`SELECT ${DOCUMENT}, d.organisation_id AS "organisationId" FROM profile_document d WHERE d.id = $1`, [
      id,
    ]);
  }

  async countDocuments(tx: Tx, organisationId: string): Promise<number> {
    const row = await tx.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM profile_document WHERE organisation_id = $1',
      [organisationId],
    );
    return row?.count ?? 0;
  }

  addDocument(tx: Tx, organisationId: string, fields: ProfileDocumentFieldsDto): Promise<ProfileDocumentDto | null> {
    return tx.row(
      `INSERT INTO profile_document AS d (organisation_id, kind, title, text, year, locale) VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${DOCUMENT}`,
      [organisationId, fields.kind, fields.title, fields.text, fields.year, fields.locale],
    );
  }

  /** Gives the changed document, or null when it has another version by now. */
  changeDocument(
    tx: Tx,
    id: string,
    version: number,
    fields: ProfileDocumentFieldsDto,
  ): Promise<ProfileDocumentDto | null> {
    return tx.row(
      `UPDATE profile_document d SET kind = $3, title = $4, text = $5, year = $6, locale = $7, version = version + 1, updated_at = htsm_now()
       WHERE d.id = $1 AND d.version = $2 RETURNING ${DOCUMENT}`,
      [id, version, fields.kind, fields.title, fields.text, fields.year, fields.locale],
    );
  }

  async removeDocument(tx: Tx, id: string): Promise<void> {
    await tx.run('DELETE FROM profile_document WHERE id = $1', [id]);
  }
}
