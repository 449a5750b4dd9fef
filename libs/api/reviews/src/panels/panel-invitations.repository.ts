import { Injectable } from '@nestjs/common';
import { LINK_HOURS, type Locale } from '@htsm/domain';
import type { MailRecipient, Tx } from '@htsm/api/core';
import type { ExpertOfferDto, JoinPanelDto, PanelInvitationDto } from '../dto/experts.dto';
import { inLanguage, iso } from '../reading/sql-fragments';

/** An invitation as its bearer's transaction reads it. */
export interface OfferRow extends Omit<ExpertOfferDto, 'challengeTitle'> {
  readonly challengeId: string;
  readonly titleNl: string;
  readonly titleEn: string;
}

const INVITATION = `i.id, i.email, coalesce(u.name, '') AS "invitedByName", ${iso('i.sent_at')} AS "sentAt",
  ${iso('i.expires_at')} AS "expiresAt", i.expires_at <= htsm_now() AS "isExpired"`;

/** Invitations to panels; the row policies decide who sees them, the functions what a mailed link opens. */
@Injectable()
export class PanelInvitationsRepository {
  /** Makes an invitation, or renews the one that the address has: then its mailed link works longer. */
  async put(tx: Tx, challengeId: string, email: string, invitedBy: string): Promise<PanelInvitationDto> {
    const row = await tx.row<PanelInvitationDto>(
      `WITH i AS (
         INSERT INTO panel_invitation (challenge_id, email, invited_by, expires_at)
         VALUES ($1, $2, $3, htsm_now() + $4 * interval '1 hour')
         ON CONFLICT (challenge_id, email) DO UPDATE SET invited_by = excluded.invited_by, sent_at = htsm_now(), expires_at = excluded.expires_at
         RETURNING *)
       SELECT ${INVITATION} FROM i LEFT JOIN app_user u ON u.id = i.invited_by`,
      [challengeId, email, invitedBy, LINK_HOURS.invite_expert],
    );
    if (row === null) throw new Error('The policy lets through what it lets in');
    return row;
  }

  /** Gives the id of what was withdrawn, or null when nothing waited. */
  async remove(tx: Tx, challengeId: string, email: string): Promise<string | null> {
    const row = await tx.row<{ id: string }>(
      'DELETE FROM panel_invitation WHERE challenge_id = $1 AND email = $2 RETURNING id',
      [challengeId, email],
    );
    return row?.id ?? null;
  }

  /** Gives the reviewer with this address, who needs no invitation, or null. */
  reviewer(tx: Tx, email: string): Promise<(MailRecipient & { readonly userId: string }) | null> {
    return tx.row(
      `SELECT u.id AS "userId", u.email, u.name, u.locale FROM app_user u JOIN membership b ON b.user_id = u.id
       WHERE b.body = 'review_panel' AND u.disabled_at IS NULL AND u.email = $1`,
      [email],
    );
  }

  /** Gives how a mail reaches whoever has an account with this address, or null. */
  account(tx: Tx, email: string): Promise<MailRecipient | null> {
    return tx.row('SELECT user_id AS "userId", email, name, locale FROM auth_user_by_email($1)', [email]);
  }

  /** Gives the title of a challenge in a language, or in the other when it has none. */
  async titleOf(tx: Tx, challengeId: string, locale: Locale): Promise<string> {
    const row = await tx.row<{ title: string }>(
      `SELECT ${inLanguage(locale, 'title_nl', 'title_en')} AS title FROM challenge WHERE id = $1`,
      [challengeId],
    );
    return row?.title ?? '';
  }

  /** Gives whether the person was not on the panel before. */
  async add(tx: Tx, challengeId: string, userId: string): Promise<boolean> {
    const added = await tx.run(
      'INSERT INTO panel_member (challenge_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [challengeId, userId],
    );
    if (added === 0) return false;
    await tx.run('UPDATE challenge_panel SET version = version + 1 WHERE challenge_id = $1', [challengeId]);
    return true;
  }

  /** Gives what the link of the transaction is about, and keeps others from using it meanwhile; null when it does nothing any more. */
  offer(tx: Tx): Promise<OfferRow | null> {
    return tx.row(
      `SELECT challenge_id AS "challengeId", title_nl AS "titleNl", title_en AS "titleEn", owner_name AS "ownerName", email,
        ${iso('expires_at')} AS "expiresAt", has_account AS "hasAccount" FROM auth_panel_invitation()`,
    );
  }

  /** Puts the person of the transaction on the panel, as a reviewer of it alone; gives whether the link still did something. */
  async join(tx: Tx): Promise<boolean> {
    const row = await tx.row<{ id: string | null }>('SELECT auth_join_panel() AS id');
    return (row?.id ?? null) !== null;
  }

  /** Keeps where a new member of the panel works, and what they know unless they said that before. */
  async introduce(tx: Tx, userId: string, locale: string, { organisationName, words }: JoinPanelDto): Promise<void> {
    // from here on the transaction is that of a reviewer, which the person has just become
    await tx.run("SELECT set_config('app.roles', 'review_panel', true)");
    await tx.run(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name) SELECT $1, 'employer', $2
       WHERE NOT EXISTS (SELECT FROM reviewer_link WHERE user_id = $1 AND kind = 'employer' AND ended_on IS NULL
         AND plain_name(organisation_name) = plain_name($2))`,
      [userId, organisationName],
    );
    await tx.run(
      `INSERT INTO reviewer_expertise (user_id, locale, words, version) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING`,
      [userId, locale, words],
    );
  }
}

/** Gives the invitations to the panel of a challenge that wait or ran out, the newest first. */
export function readInvitations(tx: Tx, challengeId: string): Promise<PanelInvitationDto[]> {
  return tx.rows(
    `SELECT ${INVITATION} FROM panel_invitation i LEFT JOIN app_user u ON u.id = i.invited_by
     WHERE i.challenge_id = $1 ORDER BY i.sent_at DESC, i.id LIMIT 100`,
    [challengeId],
  );
}
