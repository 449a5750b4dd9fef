import { requirementLines, type Offers, type Requirements } from '@htsm/domain/matching';
import type { Region } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { iso } from '@htsm/api/reviews';
import { NOTED_OUTCOME } from '../outcomes/ledger.repository';
import type { CandidateDto } from '../dto/match-board.dto';
import type { ScorePartsDto } from '../dto/recommendation.dto';

/** Ranked SMEs that the board shows before anybody did something about them. */
const RANKED = 50;

/** Somebody on the board before it has its place. */
export type Unplaced = Omit<CandidateDto, 'placedBy'>;

interface CandidateRow extends Omit<Unplaced, 'parts' | 'unmet'> {
  /** What the challenge asks beside knowledge; the same in every row. */
  readonly asked: { readonly region: Region | null; readonly trlFrom: number | null; readonly trlTo: number | null };
  readonly explanation: { readonly parts: ScorePartsDto } | null;
  readonly regions: string[] | null;
  readonly trlMin: number | null;
  readonly trlMax: number | null;
}

const MOMENTS = ['invitedAt', 'answeredAt', 'introducedAt', 'agreedAt', 'concludedAt'];
const moments = MOMENTS.map((name) => `${iso(`s.${name.replace('At', '_at')}`)} AS "${name}"`).join(', ');

const BOARD = `
  WITH candidate AS (
    (SELECT organisation_id FROM recommendation WHERE challenge_id = $1 ORDER BY score DESC, id LIMIT ${RANKED})
    UNION SELECT organisation_id FROM suggestion WHERE challenge_id = $1),
  owner_people AS (SELECT m.user_id FROM challenge c JOIN membership m ON m.organisation_id = c.organisation_id WHERE c.id = $1)
  SELECT o.id AS "organisationId", o.name AS "organisationName", o.city, s.id AS "suggestionId", coalesce(s.state, 'suggested') AS state,
    coalesce(s.version, 0) AS version, coalesce(j.is_by_hand AND r.id IS NULL, false) AS "isByHand", coalesce(j.is_pinned, false) AS "isPinned",
    coalesce(j.pin_reason, '') AS "pinReason", coalesce(j.veto_reason, '') AS "vetoReason", r.score, r.explanation, p.regions,
    p.trl_min AS "trlMin", p.trl_max AS "trlMax",
    jsonb_build_object('region', c.region, 'trlFrom', c.trl_from, 'trlTo', c.trl_to) AS asked, (SELECT count(*)::int FROM mail_recipients_of_organisation(o.id)) AS recipients,
    array_remove(ARRAY[
      CASE WHEN EXISTS (SELECT FROM membership m JOIN owner_people w USING (user_id) WHERE m.organisation_id = o.id) THEN 'works_for_owner' END,
      CASE WHEN EXISTS (SELECT FROM membership m JOIN membership b USING (user_id) WHERE m.organisation_id = o.id AND b.body = 'taskforce') THEN 'is_taskforce' END,
      CASE WHEN EXISTS (SELECT FROM membership m JOIN membership b USING (user_id) WHERE m.organisation_id = o.id AND b.body = 'review_panel') THEN 'is_reviewer' END
    ], NULL) AS stakes,
    ${moments}, ${iso('i.remind_at')} AS "remindAt", ${iso('i.reminded_at')} AS "remindedAt", coalesce(i.personal, '') AS personal,
    (SELECT u.name FROM app_user u WHERE u.id = i.answered_by) AS "answeredBy", i.decline_reason AS "declineReason", coalesce(i.words, '') AS words,
    CASE WHEN k.kind IS NOT NULL THEN jsonb_build_object('kind', k.kind, 'on', k.on_date, 'words', k.words) END AS outcome
  FROM candidate x JOIN challenge c ON c.id = $1 JOIN organisation o ON o.id = x.organisation_id LEFT JOIN profile p ON p.organisation_id = o.id
  LEFT JOIN recommendation r ON r.challenge_id = $1 AND r.organisation_id = o.id
  LEFT JOIN suggestion s ON s.challenge_id = $1 AND s.organisation_id = o.id LEFT JOIN suggestion_judgement j ON j.suggestion_id = s.id
  LEFT JOIN suggestion_invitation i ON i.suggestion_id = s.id ${NOTED_OUTCOME}
  ORDER BY r.score DESC NULLS LAST, o.name, o.id LIMIT 1000`;

/** Gives everybody on the board of a challenge: the best first, then those without a score. One statement. */
export async function readCandidates(tx: Tx, challengeId: string): Promise<Unplaced[]> {
  return (await tx.rows<CandidateRow>(BOARD, [challengeId])).map(toCandidate);
}

function requirementsOf({ region, trlFrom, trlTo }: CandidateRow['asked']): Requirements {
  return {
    ...(region === null || region === 'elsewhere' ? {} : { regions: [region] }),
    ...(trlFrom !== null && trlTo !== null ? { trl: { min: trlFrom, max: trlTo } } : {}),
  };
}

function toCandidate(row: CandidateRow): Unplaced {
  const { explanation, regions, trlMin, trlMax, asked, ...rest } = row;
  const offers: Offers = {
    ...(regions === null || regions.length === 0 ? {} : { regions }),
    ...(trlMin !== null && trlMax !== null ? { trl: { min: trlMin, max: trlMax } } : {}),
  };
  const unmet = requirementLines(requirementsOf(asked), offers).filter(({ met }) => met !== 1);
  return {
    ...rest,
    parts: explanation?.parts ?? null,
    unmet: unmet.map(({ kind, asked: wanted, met }) => ({
      kind,
      asked: wanted,
      metPercent: met === null ? null : Math.round(met * 100),
      millionths: 0,
    })),
  };
}
