import { Injectable } from '@nestjs/common';
import { LINK_LIMITS } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ChangeLinkDto, LinkDto, LinkFieldsDto } from '../dto/links.dto';

/** The columns of a declared link, as pages show them. */
export const LINK = `id, kind, organisation_name AS "organisationName", kvk_number AS "kvkNumber", mail_domain AS "mailDomain",
  ended_on::text AS "endedOn", version`;

/** What members of the panel declared; the row policies decide who reads and writes it. */
@Injectable()
export class LinksRepository {
  /** Gives those of one person, those that last first, then by name. */
  of(tx: Tx, userId: string): Promise<LinkDto[]> {
    return tx.rows(
      `SELECT ${LINK} FROM reviewer_link WHERE user_id = $1
       ORDER BY ended_on IS NOT NULL, organisation_name, id LIMIT ${LINK_LIMITS.count}`,
      [userId],
    );
  }

  /** Gives one of this person's own and locks it, or null. */
  own(tx: Tx, userId: string, linkId: string): Promise<LinkDto | null> {
    return tx.row(`SELECT ${LINK} FROM reviewer_link WHERE id = $1 AND user_id = $2 FOR UPDATE`, [linkId, userId]);
  }

  async add(tx: Tx, userId: string, link: LinkFieldsDto): Promise<LinkDto> {
    const row = await tx.row<LinkDto>(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number, mail_domain, ended_on)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${LINK}`,
      [userId, link.kind, link.organisationName, link.kvkNumber, link.mailDomain, link.endedOn],
    );
    if (row === null) throw new Error('The policy lets through what it lets in');
    return row;
  }

  /** Gives what it is now, or null when the version was not the present one. */
  change(tx: Tx, linkId: string, link: ChangeLinkDto): Promise<LinkDto | null> {
    return tx.row(
      `UPDATE reviewer_link SET kind = $3, organisation_name = $4, kvk_number = $5, mail_domain = $6, ended_on = $7, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING ${LINK}`,
      [linkId, link.version, link.kind, link.organisationName, link.kvkNumber, link.mailDomain, link.endedOn],
    );
  }

  async remove(tx: Tx, linkId: string): Promise<void> {
    await tx.run('DELETE FROM reviewer_link WHERE id = $1', [linkId]);
  }
}
