/** Something that is true of the database at every moment between two transactions. */
export interface Invariant {
  /** Hyphenated; what operators and the administrator's page call it. */
  readonly name: string;
  /** The promise, in English, for the command line. */
  readonly promise: string;
  /** Gives the ids of the things that break it, in a column `id`; none when all is well. */
  readonly breaches: string;
}

const HANDED_IN = `('submitted', 'under_review', 'shortlisted', 'awarded', 'declined', 'reserve')`;
const LAUNCHED = `('scheduled', 'open', 'evaluating', 'decided', 'closed')`;

const PROPOSALS: readonly Invariant[] = [
  {
    name: 'submission-is-whole',
    promise: 'A proposal that was handed in has its instant, a receipt, a line in the log and mails to its people.',
    breaches: `SELECT p.id FROM proposal p WHERE p.state IN ${HANDED_IN} AND (p.submitted_at IS NULL
        OR NOT EXISTS (SELECT FROM proposal_receipt r WHERE r.proposal_id = p.id AND r.submitted_at = p.submitted_at)
        OR NOT EXISTS (SELECT FROM event e WHERE e.subject_id = p.id AND e.type = 'proposal.submitted')
        OR EXISTS (SELECT FROM mail_recipients_of_organisation(p.organisation_id)) AND NOT EXISTS (
          SELECT FROM mail_outbox m WHERE m.kind = 'proposal_received' AND m.variables->>'path' = '/my/proposals/' || p.id))`,
  },
  {
    name: 'draft-is-not-submitted',
    promise: 'A draft has no instant of submission.',
    breaches: `SELECT id FROM proposal WHERE state = 'draft' AND submitted_at IS NOT NULL`,
  },
  {
    name: 'receipt-matches',
    promise: 'A receipt has the hash of its manifest and is about a version that the proposal has had.',
    breaches: `SELECT r.id FROM proposal_receipt r JOIN proposal p ON p.id = r.proposal_id
      WHERE encode(sha256(convert_to(r.manifest, 'UTF8')), 'hex') <> r.manifest_sha256 OR r.proposal_version > p.version`,
  },
  {
    name: 'one-active-proposal',
    promise: 'An organisation has one proposal for a challenge that is not withdrawn.',
    breaches: `SELECT min(id::text) AS id FROM proposal WHERE state <> 'withdrawn' GROUP BY challenge_id, organisation_id HAVING count(*) > 1`,
  },
  {
    name: 'submitted-only-while-open',
    promise: 'No proposal waits sealed for a challenge that no longer accepts.',
    breaches: `SELECT p.id FROM proposal p JOIN challenge c ON c.id = p.challenge_id
      WHERE p.state = 'submitted' AND c.state IN ('evaluating', 'decided', 'closed')`,
  },
];

const CHALLENGES: readonly Invariant[] = [
  {
    name: 'weights-sum-100',
    promise: 'The weights of a launched challenge sum to 100.',
    breaches: `SELECT c.id FROM challenge c WHERE c.state IN ${LAUNCHED}
      AND (SELECT coalesce(sum(k.weight), 0) FROM criterion k WHERE k.challenge_id = c.id) <> 100`,
  },
  {
    name: 'closed-means-answered',
    promise: 'A closed challenge owes nobody an answer.',
    breaches: `SELECT p.id FROM proposal p JOIN challenge c ON c.id = p.challenge_id LEFT JOIN answer a ON a.proposal_id = p.id
      WHERE c.state = 'closed' AND p.state NOT IN ('draft', 'withdrawn')
        AND (a.released_at IS NULL OR a.outcome NOT IN ('awarded', 'declined', 'reserve') OR a.outcome <> p.state)`,
  },
  {
    name: 'state-follows-history',
    promise: 'The state of a challenge is where its last step led, and every step is in the log.',
    breaches: `SELECT c.id FROM challenge c
      JOIN LATERAL (SELECT t.to_state FROM challenge_transition t WHERE t.challenge_id = c.id ORDER BY t.id DESC LIMIT 1) last ON true
      WHERE last.to_state <> c.state OR (SELECT count(*) FROM challenge_transition t WHERE t.challenge_id = c.id)
        > (SELECT count(*) FROM event e WHERE e.subject_type = 'challenge' AND e.subject_id = c.id)`,
  },
  {
    name: 'clock-keeps-time',
    promise: 'No challenge waits ten minutes for the clock to open or close it.',
    breaches: `SELECT id FROM challenge WHERE (state = 'scheduled' AND opens_at < htsm_now() - interval '10 minutes')
      OR (state = 'open' AND closes_at < htsm_now() - interval '10 minutes')`,
  },
  {
    name: 'public-list-is-true',
    promise: 'The public list shows each challenge as it is, and only public ones.',
    breaches: `SELECT coalesce(p.id, c.id) AS id FROM public_challenge p
      FULL JOIN (SELECT * FROM challenge WHERE state IN ('open', 'evaluating', 'decided', 'closed') OR (state = 'cancelled' AND opened_at IS NOT NULL)) c
        ON c.id = p.id WHERE p.id IS NULL OR c.id IS NULL OR p.state <> c.state OR p.title_nl <> c.title_nl OR p.closes_at <> c.closes_at`,
  },
];

const REVIEWS: readonly Invariant[] = [
  {
    name: 'review-is-whole',
    promise: 'A submitted review has its instant, and a score or a "not applicable" for every criterion.',
    breaches: `SELECT r.id FROM review r JOIN proposal p ON p.id = r.proposal_id WHERE r.state = 'submitted' AND (r.submitted_at IS NULL
        OR EXISTS (SELECT FROM criterion k WHERE k.challenge_id = p.challenge_id AND NOT EXISTS (
          SELECT FROM review_score s WHERE s.review_id = r.id AND s.criterion_id = k.id AND (s.score IS NOT NULL OR s.is_not_applicable))))`,
  },
  {
    name: 'conflicted-has-no-review',
    promise: 'Who declared a conflict before the decision has no submitted review of that proposal.',
    breaches: `SELECT r.id FROM review r JOIN review_assignment a ON a.id = r.assignment_id
      WHERE a.state = 'conflicted' AND r.state = 'submitted' AND r.counted_at IS NULL`,
  },
  {
    name: 'decision-is-unchanged',
    promise: 'The weights, reviews and scores that a decision was made on are still what they were.',
    breaches: `SELECT challenge_id AS id FROM decision
      WHERE basis <> basis_of_judging(challenge_id) OR basis_sha256 <> encode(sha256(convert_to(basis, 'UTF8')), 'hex')`,
  },
  {
    name: 'ties-are-true',
    promise: 'What binds members of the panel to organisations is kept as it follows from what it is made of.',
    breaches: `SELECT coalesce(t.user_id, s.user_id) AS id FROM conflict_tie t FULL JOIN (
        SELECT c.* FROM conflict_source c WHERE EXISTS (SELECT FROM membership b WHERE b.user_id = c.user_id AND b.body = 'review_panel')) s
        ON (t.user_id, t.organisation_id, t.fact) = (s.user_id, s.organisation_id, s.fact)
      WHERE (t.kind, t.link, t.through, t.ended_on) IS DISTINCT FROM (s.kind, s.link, s.through, s.ended_on)`,
  },
];

const MAILS: readonly Invariant[] = [
  {
    name: 'mail-is-in-one-state',
    promise: 'A mail that the relay has was handed over to it; a mail that waits is in nobody’s hands.',
    breaches: `SELECT id FROM mail_outbox WHERE (state = 'accepted' AND (accepted_at IS NULL OR handover_at IS NULL))
      OR (state IN ('queued', 'held') AND (claimed_by IS NOT NULL OR handover_at IS NOT NULL OR accepted_at IS NOT NULL))
      OR (state = 'sending' AND claimed_by IS NULL) OR (state = 'uncertain' AND handover_at IS NULL)`,
  },
  {
    name: 'mail-does-not-wait-a-day',
    promise: 'No mail has been due for a day, but those of a kind that is on hold.',
    breaches: `SELECT id FROM mail_outbox m WHERE state IN ('queued', 'sending') AND not_before < clock_timestamp() - interval '1 day'
      AND created_at < htsm_now() - interval '1 day' AND NOT EXISTS (SELECT FROM mail_kind_hold h WHERE h.kind = m.kind)`,
  },
  {
    name: 'merged-mail-is-said',
    promise: 'A mail that was merged is named by the mail that says it, to the same person.',
    breaches: `SELECT m.id FROM mail_outbox m LEFT JOIN mail_outbox s ON s.id = m.merged_into AND s.to_user_id = m.to_user_id
      WHERE (m.state = 'merged') <> (s.id IS NOT NULL)`,
  },
  {
    name: 'digest-has-its-mail',
    promise: 'Every digest that counts as written is a mail in the outbox, to the subscription that it counts for.',
    breaches: `SELECT d.subscription_id AS id FROM digest_item d LEFT JOIN mail_outbox m ON m.id = d.mail_id AND m.subscription_id = d.subscription_id
      WHERE m.id IS NULL`,
  },
];

/** Every promise that a statement can check; files and the audit log have theirs in check-invariants. */
export const INVARIANTS: readonly Invariant[] = [...PROPOSALS, ...CHALLENGES, ...REVIEWS, ...MAILS];
