import type { Tx } from '@htsm/api/core';
import type { ExplainedWords, Scored } from './matching-engine';

/** A recommendation and the words behind it. */
export interface Explained extends Scored {
  readonly words: ExplainedWords;
}

/** A profile or challenge that changed. */
export interface MatchChange {
  readonly number: string;
  readonly kind: 'profile' | 'challenge';
  readonly subjectId: string;
}

/** Gives the oldest changes that are not served yet. */
export function nextChanges(tx: Tx, most: number): Promise<MatchChange[]> {
  return tx.rows('SELECT number::text, kind, subject_id AS "subjectId" FROM match_change ORDER BY number LIMIT $1', [
    most,
  ]);
}

/** Forgets changes that are served. */
export async function forgetChanges(tx: Tx, changes: readonly MatchChange[]): Promise<void> {
  await tx.run('DELETE FROM match_change WHERE number = ANY ($1)', [changes.map(({ number }) => number)]);
}

/** Asks anew for every challenge that another engine recommended for, and for those for which this one found nobody yet. */
export async function askAnewForOtherEngines(tx: Tx, engine: string): Promise<void> {
  await tx.run(
    `INSERT INTO match_change (kind, subject_id)
     SELECT DISTINCT 'challenge', challenge_id FROM recommendation WHERE engine <> $1
     UNION
     SELECT 'challenge', l.id FROM public_challenge l WHERE l.state = 'open'
       AND NOT EXISTS (SELECT FROM recommendation r WHERE r.challenge_id = l.id AND r.engine = $1)`,
    [engine],
  );
}

/** Puts these in the place of all recommendations of a challenge, or of an SME. */
export async function replaceRecommendations(
  tx: Tx,
  of: { readonly kind: 'profile' | 'challenge'; readonly id: string },
  next: { readonly all: readonly Explained[]; readonly engine: string },
): Promise<void> {
  const [column, other] =
    of.kind === 'challenge' ? ['challenge_id', 'organisation_id'] : ['organisation_id', 'challenge_id'];
  const kept = next.all.map(({ challengeId, smeId }) => (of.kind === 'challenge' ? smeId : challengeId));
  await tx.run(`DELETE FROM recommendation WHERE ${column} = $1 AND NOT ${other} = ANY ($2::uuid[])`, [of.id, kept]);
  if (next.all.length === 0) return;
  await tx.run(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS g(challenge_id uuid, organisation_id uuid, score int, explanation jsonb, words jsonb)),
     written AS (
       INSERT INTO recommendation (challenge_id, organisation_id, score, explanation, organisation_name, shows_name, engine)
       SELECT g.challenge_id, g.organisation_id, g.score, g.explanation, o.name, p.shows_name, $2
       FROM given g JOIN profile p ON p.organisation_id = g.organisation_id JOIN organisation o ON o.id = g.organisation_id
       ON CONFLICT (challenge_id, organisation_id) DO UPDATE SET score = excluded.score, explanation = excluded.explanation,
         organisation_name = excluded.organisation_name, shows_name = excluded.shows_name, engine = excluded.engine, computed_at = htsm_now()
       RETURNING id, challenge_id, organisation_id)
     INSERT INTO recommendation_words (recommendation_id, explanation)
     SELECT w.id, g.words FROM written w JOIN given g USING (challenge_id, organisation_id)
     ON CONFLICT (recommendation_id) DO UPDATE SET explanation = excluded.explanation`,
    [JSON.stringify(next.all.map(toRow)), next.engine],
  );
}

function toRow({ challengeId, smeId, match, words }: Explained) {
  return {
    challenge_id: challengeId,
    organisation_id: smeId,
    score: match.score,
    explanation: {
      parts: match.parts,
      themes: match.themes.map(({ code, how, millionths }) => ({ code, how, millionths })),
      requirements: match.requirements.map(({ kind, asked, met, millionths }) => ({ kind, asked, met, millionths })),
    },
    words,
  };
}
