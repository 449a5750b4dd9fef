/**
 * For each promise a statement that breaks it in a database with the demo in it, run past triggers and foreign keys: the
 * tests use them to show that the checker sees.
 */
export const BREAKAGES: Readonly<Record<string, string>> = {
  'submission-is-whole': `DELETE FROM proposal_receipt WHERE proposal_id = (SELECT id FROM proposal WHERE state = 'submitted' LIMIT 1)`,
  'draft-is-not-submitted': `UPDATE proposal SET submitted_at = now() WHERE id = (SELECT id FROM proposal WHERE state = 'draft' LIMIT 1)`,
  'receipt-matches': `UPDATE proposal_receipt SET manifest = manifest || ' ' WHERE id = (SELECT id FROM proposal_receipt LIMIT 1)`,
  'one-active-proposal': `DROP INDEX proposal_one_active; UPDATE proposal p SET organisation_id = o.organisation_id, challenge_id = o.challenge_id
    FROM (SELECT * FROM proposal WHERE state = 'draft' LIMIT 1) o WHERE p.id = (SELECT id FROM proposal WHERE state = 'submitted' LIMIT 1)`,
  'submitted-only-while-open': `UPDATE proposal SET state = 'submitted' WHERE id = (SELECT id FROM proposal WHERE state = 'under_review' LIMIT 1)`,
  'weights-sum-100': `DELETE FROM criterion WHERE id = (SELECT k.id FROM criterion k JOIN challenge c ON c.id = k.challenge_id WHERE c.state = 'open' LIMIT 1)`,
  'closed-means-answered': `UPDATE answer SET released_at = NULL WHERE challenge_id = (SELECT id FROM challenge WHERE state = 'closed' LIMIT 1)`,
  'state-follows-history': `DELETE FROM challenge_transition WHERE id = (SELECT max(id) FROM challenge_transition)`,
  'clock-keeps-time': `UPDATE challenge SET closes_at = now() - interval '1 hour' WHERE id = (SELECT id FROM challenge WHERE state = 'open' LIMIT 1)`,
  'public-list-is-true': `DELETE FROM public_challenge WHERE id = (SELECT id FROM public_challenge LIMIT 1)`,
  'review-is-whole': `UPDATE review_score SET score = NULL, is_not_applicable = false
    WHERE review_id = (SELECT id FROM review WHERE state = 'submitted' LIMIT 1)`,
  'conflicted-has-no-review': `UPDATE review_assignment SET state = 'conflicted'
    WHERE id = (SELECT assignment_id FROM review WHERE state = 'submitted' AND counted_at IS NULL LIMIT 1)`,
  'decision-is-unchanged': `UPDATE review_score SET score = CASE score WHEN 5 THEN 4 ELSE 5 END
    WHERE review_id = (SELECT id FROM review WHERE counted_at IS NOT NULL LIMIT 1)`,
  'ties-are-true': `INSERT INTO conflict_tie SELECT user_id, (SELECT id FROM organisation LIMIT 1), 'x', 'match', NULL, 'x', NULL
    FROM membership WHERE body = 'review_panel' LIMIT 1`,
  'mail-is-in-one-state': `UPDATE mail_outbox SET state = 'accepted' WHERE id = (SELECT id FROM mail_outbox WHERE state = 'queued' LIMIT 1)`,
  'mail-does-not-wait-a-day': `UPDATE mail_outbox SET not_before = now() - interval '2 days', created_at = now() - interval '2 days'
    WHERE id = (SELECT id FROM mail_outbox WHERE state = 'queued' LIMIT 1)`,
  'merged-mail-is-said': `UPDATE mail_outbox SET state = 'merged' WHERE id = (SELECT id FROM mail_outbox WHERE state = 'queued' LIMIT 1)`,
  'digest-has-its-mail': `UPDATE digest_item SET mail_id = gen_random_uuid() WHERE mail_id = (SELECT mail_id FROM digest_item LIMIT 1)`,
};
