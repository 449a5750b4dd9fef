import { Database, type Actor } from '@htsm/api/core';
import type { TestWorld } from '@htsm/api/core/testing';
import type { RowWorld } from './row-world';

/** How each guarded table names its rows: an expression whose value is an id of the world, or a word. */
export const ROWS: Readonly<Record<string, string>> = {
  account_token: 'id',
  answer: 'proposal_id',
  answer_question: 'proposal_id',
  answer_reason: 'proposal_id',
  app_user: 'id',
  appointment: 'id',
  appointment_slot: 'id',
  challenge: 'id',
  challenge_anchor: 'challenge_id',
  challenge_attachment: 'challenge_id',
  challenge_contact: 'challenge_id',
  challenge_follow: 'user_id',
  challenge_panel: 'challenge_id',
  challenge_transition: 'challenge_id',
  check_in: 'side',
  collaboration: 'id',
  conflict_waiver: 'id',
  criterion: 'challenge_id',
  decision: 'challenge_id',
  event: 'subject_id',
  external_identity: 'user_id',
  glossary_term: 'nl',
  idempotency_key: 'owner',
  identity_provider: 'organisation_id',
  interest: 'subscription_id',
  judging_rule: 'id',
  mail_kind_hold: 'kind',
  mail_outbox: 'id',
  mail_suppression: 'email',
  mail_template: 'kind',
  match: 'id',
  match_note: 'match_id',
  meeting_event: 'id',
  meeting_party: 'event_id',
  meeting_wish: 'challenge_party_id',
  membership: 'user_id',
  nightly_check: 'night',
  notice: 'about_type',
  notice_choice: 'user_id',
  notice_mute: 'user_id',
  organisation: 'id',
  outcome: 'side',
  panel_invitation: 'challenge_id',
  panel_member: 'user_id',
  partner_answer: 'id',
  partner_call: 'id',
  passkey: 'user_id',
  passkey_challenge: 'user_id',
  pending_identity: 'token_id',
  planned_meeting: 'event_id',
  profile: 'organisation_id',
  profile_document: 'organisation_id',
  proposal: 'id',
  proposal_attachment: 'proposal_id',
  proposal_fit: 'proposal_id',
  proposal_opening: 'proposal_id',
  proposal_receipt: 'proposal_id',
  published_meeting: 'id',
  recommendation: 'id',
  recommendation_words: 'recommendation_id',
  recovery_code: 'user_id',
  registration: 'token_id',
  review: 'id',
  review_assignment: 'id',
  review_bid: 'user_id',
  review_score: 'review_id',
  reviewer_expertise: 'user_id',
  reviewer_link: 'user_id',
  session: 'user_id',
  sign_in_step: 'user_id',
  stored_file: 'sha256',
  subscription: 'id',
  suggestion: 'id',
  suggestion_invitation: 'suggestion_id',
  suggestion_judgement: 'suggestion_id',
  taxonomy_term: 'scheme',
  team_offer: 'organisation_id',
  timetable_run: 'event_id',
  totp_factor: 'user_id',
  user_credential: 'user_id',
  vocabulary_change: 'list',
  vocabulary_version: 'list',
  webhook: 'id',
  webhook_delivery: 'webhook_id',
};

/** Undoes what was tried. */
class Undone extends Error {
  constructor(readonly rows: readonly string[]) {
    super('Only tried');
  }
}

/**
 * Runs a statement that gives `row` as everybody, undoing it each time; gives for every row that came back to anybody the
 * names of those it came back to.
 */
export async function whoMay(world: TestWorld, rows: RowWorld, sql: string): Promise<Record<string, string>> {
  const may = new Map<string, string[]>();
  for (const [name, actor] of Object.entries(rows.actors)) {
    for (const row of await tried(world, actor, sql)) may.set(row, [...(may.get(row) ?? []), name]);
  }
  return Object.fromEntries([...may].map(([row, names]) => [rows.names.get(row) ?? row, names.join(' ')]));
}

/** Gives the names of those whose statement the policies let through: constraints are asked after them. */
export async function whoWrites(world: TestWorld, rows: RowWorld, sql: string): Promise<string> {
  const names: string[] = [];
  for (const [name, actor] of Object.entries(rows.actors)) {
    const isLet = await tried(world, actor, sql).then(
      () => true,
      (fault: unknown) => {
        if (String(fault).includes('violates row-level security policy')) return false;
        if (/violates (unique|not-null) constraint/.test(String(fault))) return true;
        throw fault;
      },
    );
    if (isLet) names.push(name);
  }
  return names.join(' ');
}

async function tried(world: TestWorld, actor: Actor, sql: string): Promise<readonly string[]> {
  const attempt = world.app.get(Database).as(actor, async (tx): Promise<readonly string[]> => {
    throw new Undone((await tx.rows<{ row: string }>(sql)).map(({ row }) => row));
  });
  return attempt.catch((fault: unknown) => {
    if (fault instanceof Undone) return fault.rows;
    throw fault;
  });
}
