import { Injectable } from '@nestjs/common';
import type { Locale, Region } from '@htsm/domain';
import type { SoughtOfTeam } from '@htsm/domain/matching';
import type { Tx } from '@htsm/api/core';

/** Candidates that are compared with a gap: the best by their match score, then the rest. */
const MOST_CANDIDATES = 500;

/** What an organisation shows to possible partners. */
export interface OfferRow {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly city: string;
  readonly locale: Locale;
  readonly themes: string[];
  readonly capabilities: string[];
  readonly regions: Region[];
  readonly certificates: string[];
  readonly trlMin: number | null;
  readonly trlMax: number | null;
}

/** The texts of somebody on a team; empty when the actor may not read them. */
export interface TeamTextsRow {
  readonly organisationId: string;
  readonly locale: Locale;
  readonly about: string;
  readonly documents: { id: string; locale: Locale; title: string; text: string }[];
}

const OFFER = `o.organisation_id AS "organisationId", o.organisation_name AS "organisationName", o.city, o.locale, o.themes, o.capabilities,
  o.regions, o.certificates, o.trl_min AS "trlMin", o.trl_max AS "trlMax"`;

/** What possible partners show of themselves; the row policies decide who sees whose. */
@Injectable()
export class TeamOffersRepository {
  /** Gives those of the actor's own organisations, in a fixed order. */
  own(tx: Tx): Promise<OfferRow[]> {
    return tx.rows(`SELECT ${OFFER} FROM team_offer o WHERE o.organisation_id = ANY (app_org_ids()) ORDER BY 2, 1`);
  }

  /** Gives those with these ids that the actor may see, in the order asked; the owner of the challenge is not among them. */
  byIds(tx: Tx, challengeId: string, ids: readonly string[]): Promise<OfferRow[]> {
    return tx.rows(
      `SELECT ${OFFER} FROM team_offer o WHERE o.organisation_id = ANY ($2::uuid[]) AND NOT is_owner_of($1, o.organisation_id)
       ORDER BY array_position($2::uuid[], o.organisation_id)`,
      [challengeId, ids],
    );
  }

  /** Gives whom a team could ask, the best by match score first. @param isOnBoard leaves out who declined or was vetoed */
  candidates(
    tx: Tx,
    challengeId: string,
    { without, isOnBoard }: { without: readonly string[]; isOnBoard: boolean },
  ): Promise<(OfferRow & { readonly score: number })[]> {
    return tx.rows(
      `SELECT ${OFFER}, coalesce(s.score, 0) AS score FROM team_offer o LEFT JOIN partner_scores($1) s USING (organisation_id)
       WHERE NOT o.organisation_id = ANY ($2::uuid[]) AND NOT is_owner_of($1, o.organisation_id)
         ${isOnBoard ? 'AND NOT suggestion_is_off($1, o.organisation_id)' : ''}
       ORDER BY s.score DESC NULLS LAST, o.organisation_id LIMIT ${MOST_CANDIDATES}`,
      [challengeId, without],
    );
  }

  /** Gives those whose name has these letters, by name. */
  byName(tx: Tx, challengeId: string, q: string, without: readonly string[]): Promise<OfferRow[]> {
    return tx.rows(
      `SELECT ${OFFER} FROM team_offer o WHERE strpos(lower(o.organisation_name), lower($2)) > 0
         AND NOT o.organisation_id = ANY ($3::uuid[]) AND NOT is_owner_of($1, o.organisation_id) ORDER BY 2, 1 LIMIT 10`,
      [challengeId, q, without],
    );
  }

  /** Gives the texts of these organisations, as far as the actor may read them. */
  texts(tx: Tx, ids: readonly string[]): Promise<TeamTextsRow[]> {
    return tx.rows(
      `SELECT p.organisation_id AS "organisationId", p.locale, p.about,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'locale', d.locale, 'title', d.title, 'text', d.text) ORDER BY d.id)
           FROM profile_document d WHERE d.organisation_id = p.organisation_id), '[]') AS documents
       FROM profile p WHERE p.organisation_id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  /** Gives what a challenge asks of a team. */
  async sought(tx: Tx, challengeId: string): Promise<SoughtOfTeam> {
    const row = await tx.row<{
      capabilities: string[];
      themes: string[];
      region: Region | null;
      trlFrom: number | null;
      trlTo: number | null;
    }>(
      `SELECT capabilities, themes, region, trl_from AS "trlFrom", trl_to AS "trlTo" FROM public_challenge WHERE id = $1`,
      [challengeId],
    );
    const { capabilities = [], themes = [], region = null, trlFrom = null, trlTo = null } = row ?? {};
    return {
      capabilities,
      themes,
      certificates: [],
      region: region === 'elsewhere' ? null : region,
      trl: trlFrom === null || trlTo === null ? null : { min: trlFrom, max: trlTo },
    };
  }
}
