import type { Tx } from '@htsm/api/core';

/** The meeting of an introduction that one's own organisation has to do with. */
export interface IntroductionRow {
  /** Of the appointment; calendars know it by it. */
  readonly id: string;
  readonly suggestionId: string;
  readonly challengeId: string;
  readonly side: 'owner' | 'sme';
  readonly state: 'fixed' | 'cancelled';
  readonly sequence: number;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly ownerName: string;
  readonly smeName: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly updatedAt: Date;
}

/** Gives those of the actor's own organisations that had a time, by time, from thirty days ago on; the row policies decide. */
export function readIntroductions(tx: Tx): Promise<IntroductionRow[]> {
  return tx.rows(
    `SELECT a.id, s.id AS "suggestionId", c.id AS "challengeId", appointment_side(s.id) AS side, a.state, a.sequence, c.title_nl AS "titleNl",
       c.title_en AS "titleEn", o.name AS "ownerName", s.organisation_name AS "smeName", a.place, a.starts_at AS "startsAt",
       a.starts_at + a.minutes * interval '1 minute' AS "endsAt", a.updated_at AS "updatedAt"
     FROM suggestion s JOIN appointment a ON a.suggestion_id = s.id JOIN challenge c ON c.id = s.challenge_id
     JOIN organisation o ON o.id = c.organisation_id
     WHERE (s.organisation_id = ANY (app_org_ids()) OR c.organisation_id = ANY (app_org_ids())) AND appointment_side(s.id) IN ('owner', 'sme')
       AND a.starts_at + a.minutes * interval '1 minute' > htsm_now() - interval '30 days'
     ORDER BY a.starts_at, a.id LIMIT 200`,
  );
}
