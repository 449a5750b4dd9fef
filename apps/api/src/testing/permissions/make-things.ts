import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import type { TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { makeAnswer, makeAssignment } from '@htsm/api/reviews/testing';
import type { AssignmentState, ChallengeState, ProposalState } from '@htsm/domain';
import type { Cast, Places } from './cast';
import type { AssignmentFact, ProposalFact, SuggestionFact, Thing } from './things';

/** Makes objects, and keeps what was made. */
export class ThingMaker {
  readonly things: Thing[] = [];
  readonly proposals: ProposalFact[] = [];
  readonly assignments: AssignmentFact[] = [];
  readonly suggestions: SuggestionFact[] = [];
  readonly owners = new Map<string, string>();

  constructor(
    private readonly world: TestWorld,
    readonly places: Places,
    readonly cast: Cast,
  ) {}

  /** A challenge of the owner with a file; `cancelled_unopened` never was public. */
  async challenge(state: string): Promise<MadeChallenge> {
    const stored = (state === 'cancelled_unopened' ? 'cancelled' : state) as ChallengeState; // the other words are the same
    const challenge = await makeChallenge(this.world.database, {
      state: stored,
      organisationId: this.places.owner.id,
      createdBy: this.cast.owner.id ?? '',
      slug: `uitdaging-${randomUUID().slice(0, 8)}-${state.replaceAll('_', '-')}`,
    });
    if (state === 'cancelled') {
      await this.sql("UPDATE challenge SET opened_at = opens_at, cancel_reason = 'Vervallen' WHERE id = $1", [
        challenge.id,
      ]);
    }
    await this.sql(
      `INSERT INTO challenge_transition (challenge_id, from_state, to_state, actor_name, reason) VALUES ($1, 'draft', 'in_moderation', '', 'Reden')`,
      [challenge.id],
    );
    const attachmentId = await this.file('challenge', challenge.id);
    this.owners.set(challenge.id, this.places.owner.id);
    this.things.push({
      kind: 'challenge',
      state,
      id: challenge.id,
      challengeId: challenge.id,
      params: { id: challenge.id, slug: challenge.slug, attachmentId },
    });
    return challenge;
  }

  /** A proposal with a file and a receipt. */
  async proposal(challenge: MadeChallenge, organisationId: string, state: ProposalState): Promise<ProposalFact> {
    const author = Object.values(this.cast).find(({ organisations }) =>
      organisations.some((own) => own.id === organisationId),
    );
    const createdBy = author?.id ?? '';
    const { id } = await makeProposal(this.world.database, {
      challengeId: challenge.id,
      organisationId,
      createdBy,
      state,
    });
    const fact = { id, challengeId: challenge.id, organisationId, state };
    this.proposals.push(fact);
    const attachmentId = await this.file('proposal', id);
    const receiptId = randomUUID();
    await this.sql(`INSERT INTO receipt_key (id, pem) VALUES ('test', 'test') ON CONFLICT DO NOTHING`);
    await this.sql(
      `INSERT INTO proposal_receipt (id, proposal_id, number, proposal_version, manifest, manifest_sha256, signature, key_id,
         submitted_by, submitted_at, submit_key) SELECT $1::uuid, $2::uuid, $1::text, 1000, '{}', 'hash', 'signature', 'test', created_by, htsm_now(), 'key'
       FROM proposal WHERE id = $2::uuid`,
      [receiptId, id],
    );
    const about = { state, proposalId: id, challengeId: challenge.id, organisationId };
    const params = { id, proposalId: id, challengeId: challenge.id, attachmentId, receiptId };
    this.things.push(
      { ...about, kind: 'proposal', id, params },
      { ...about, kind: 'proposal_attachment', id: attachmentId, params },
      { ...about, kind: 'receipt', id: receiptId, params },
    );
    return fact;
  }

  /** A task with its review, from acceptance on. */
  async task(proposal: ProposalFact, reviewerId: string | undefined, state: AssignmentState): Promise<void> {
    const reviewer = reviewerId ?? '';
    const made = await makeAssignment(this.world.database, {
      proposal,
      reviewerId: reviewer,
      state,
      ...(state === 'conflicted' ? { conflictReason: 'Belang' } : {}),
      scores: state === 'accepted' || state === 'submitted' ? [3, 4, 2] : [],
    });
    this.assignments.push({ proposalId: proposal.id, reviewerId: reviewer, state });
    const about = { proposalId: proposal.id, challengeId: proposal.challengeId, userId: reviewer };
    const file = this.things.find(
      ({ kind, proposalId }) => kind === 'proposal_attachment' && proposalId === proposal.id,
    );
    const params = { id: made.id, attachmentId: file?.id ?? '' };
    this.things.push({ ...about, kind: 'assignment', state, id: made.id, params });
    if (made.reviewId === null) return;
    const reviewState = state === 'submitted' ? 'submitted' : 'draft';
    this.things.push({
      ...about,
      kind: 'review',
      state: reviewState,
      id: made.reviewId,
      params: { id: made.reviewId },
    });
  }

  /** The answer to a proposal; addresses name it by the proposal. */
  async answer(proposal: ProposalFact, isReleased: boolean): Promise<void> {
    const outcome = isReleased ? proposal.state : 'shortlisted';
    await makeAnswer(this.world.database, { proposal, isReleased, outcome });
    this.things.push({
      kind: 'answer',
      state: isReleased ? 'released' : 'unreleased',
      id: proposal.id,
      proposalId: proposal.id,
      challengeId: proposal.challengeId,
      params: { id: proposal.id },
    });
  }

  /** A question of the proposer about a released answer. */
  async question(proposal: ProposalFact): Promise<void> {
    await this.answer(proposal, true);
    await this.sql(
      `INSERT INTO answer_question (proposal_id, challenge_id, text, asked_by) SELECT id, challenge_id, 'Waarom?', created_by FROM proposal WHERE id = $1`,
      [proposal.id],
    );
    const answer = this.things.findLast(({ kind, id }) => kind === 'answer' && id === proposal.id);
    if (answer !== undefined) Object.assign(answer, { state: 'questioned' });
  }

  async match(proposal: ProposalFact): Promise<void> {
    const id = randomUUID();
    const by = this.cast.taskforce.id;
    await this.sql(
      `INSERT INTO match (id, challenge_id, proposal_id, organisation_id, agreed, next_check_in_on, created_by)
       VALUES ($1, $2, $3, $4, 'Afspraak', '2026-01-01', $5)`,
      [id, proposal.challengeId, proposal.id, proposal.organisationId, by],
    );
    await this.sql(`INSERT INTO match_note (match_id, author_id, text) VALUES ($1, $2, 'Notitie')`, [id, by]);
    this.things.push({
      kind: 'match',
      state: 'planned',
      id,
      proposalId: proposal.id,
      challengeId: proposal.challengeId,
      params: { id },
    });
    const { challengeId, organisationId } = proposal;
    await this.collaboration({ challengeId, organisationId, proposalId: proposal.id }, 'told_by_owner');
  }

  /** What came of a challenge and an SME, in the words of the taskforce or of one side. */
  private async collaboration(
    about: { readonly challengeId: string; readonly organisationId: string; readonly proposalId?: string },
    state: 'settled' | 'told_by_sme' | 'told_by_owner',
  ): Promise<void> {
    const { challengeId, organisationId } = about;
    const [id, checkIn] = [randomUUID(), state === 'settled' ? null : randomUUID()];
    const side = state === 'settled' ? 'taskforce' : state.replace('told_by_', '');
    await this.sql('INSERT INTO collaboration (id, challenge_id, organisation_id) VALUES ($1, $2, $3)', [
      id,
      challengeId,
      organisationId,
    ]);
    if (checkIn !== null) {
      await this.sql(
        'INSERT INTO check_in (id, collaboration_id, side, months, due_at, asked_at) VALUES ($1, $2, $3, 1, htsm_now(), htsm_now())',
        [checkIn, id, side],
      );
    }
    await this.sql(
      `INSERT INTO outcome (collaboration_id, side, check_in_id, kind, on_date, words) VALUES ($1, $2, $3, 'pilot', '2026-11-20', 'Een proef')`,
      [id, side, checkIn],
    );
    this.things.push({ ...about, kind: 'collaboration', state, id, params: { id } });
  }

  /** An SME on the board of a challenge, with an outcome where it got that far; `state` as in the matrix. */
  async suggestion(challenge: MadeChallenge, organisationId: string, state: string): Promise<void> {
    const id = randomUUID();
    const stored = state.replace(/_(unnamed|invited)$/, '');
    const isInvited = state !== 'suggested' && state !== 'vetoed';
    await this.sql(
      `INSERT INTO suggestion (id, challenge_id, organisation_id, organisation_name, state, invited_at, introduced_at)
       SELECT $1, $2, id, name, $4, CASE WHEN $5 THEN htsm_now() END, CASE WHEN $6 THEN htsm_now() END FROM organisation WHERE id = $3`,
      [id, challenge.id, organisationId, stored, isInvited, /introduced|agreed|concluded/.test(state)],
    );
    await this.sql(
      `INSERT INTO suggestion_judgement (suggestion_id, is_by_hand, pin_reason, veto_reason) VALUES ($1, false, 'Past goed', 'Past niet')`,
      [id],
    );
    if (isInvited) {
      const by = this.cast.taskforce.id;
      await this.sql(
        `INSERT INTO suggestion_invitation (suggestion_id, personal, words, invited_by) VALUES ($1, 'Wij dachten aan u', 'Antwoord', $2)`,
        [id, by],
      );
    }
    if (/introduced|agreed|concluded/.test(state)) await this.appointment(id, state === 'agreed' ? 'fixed' : 'offered');
    if (state === 'agreed') await this.collaboration({ challengeId: challenge.id, organisationId }, 'told_by_sme');
    if (state === 'concluded') {
      await this.collaboration({ challengeId: challenge.id, organisationId }, 'settled');
    }
    this.suggestions.push({ challengeId: challenge.id, organisationId, state });
    this.things.push({ kind: 'suggestion', state, id, challengeId: challenge.id, organisationId, params: { id } });
  }

  /** The appointment of an introduction, arranged by the taskforce, with a slot on offer. */
  private async appointment(suggestionId: string, state: 'offered' | 'fixed'): Promise<void> {
    const id = randomUUID();
    const slotId = randomUUID();
    await this.sql(
      `INSERT INTO appointment (id, suggestion_id, arranged_as, arranged_by, words, words_of) VALUES ($1, $2, 'taskforce', $3, 'Tot dan', 'taskforce')`,
      [id, suggestionId, this.cast.taskforce.id],
    );
    await this.sql(
      `INSERT INTO appointment_slot (id, appointment_id, starts_at, minutes, place) VALUES ($1, $2, htsm_now() + interval '9 days', 30, 'Zaal')`,
      [slotId, id],
    );
    if (state === 'offered') return;
    await this.sql(
      `UPDATE appointment a SET state = 'fixed', slot_id = s.id, starts_at = s.starts_at, minutes = s.minutes, place = s.place
       FROM appointment_slot s WHERE a.id = $1 AND s.id = $2`,
      [id, slotId],
    );
  }

  /** Everything that is not about a challenge. */
  async accounts(): Promise<void> {
    for (const [key, { id }] of Object.entries(this.places)) {
      const member = Object.values(this.cast).find(({ organisations }) => organisations.some((own) => own.id === id));
      const state = key === 'owner' ? 'listed' : key === 'partner' ? 'shows_name' : 'unlisted';
      this.things.push({
        kind: 'organisation',
        state,
        id,
        organisationId: id,
        params: { id, userId: member?.id ?? randomUUID() },
      });
    }
    for (const { id, organisations } of Object.values(this.cast)) {
      if (id === undefined) continue;
      const [own] = organisations;
      const at = own === undefined ? {} : { organisationId: own.id };
      this.things.push({
        kind: 'person',
        state: 'active',
        id,
        userId: id,
        ...at,
        params: { id, body: 'review_panel' },
      });
    }
    await this.ownThings(this.cast.proposer.id ?? '', this.places.proposer.id);
    await this.ownThings(this.cast.rival.id ?? '', this.places.rival.id);
    await this.stoppedAddress();
    const { proposer, rival, institute, partner } = this.places;
    for (const { id } of [proposer, rival, institute]) await this.profile(id, false);
    await this.profile(partner.id, true);
  }

  private async ownThings(userId: string, organisationId: string): Promise<void> {
    const [session, invitation, subscription] = [randomUUID(), randomUUID(), randomUUID()];
    await this.sql(
      `INSERT INTO session (id, token_hash, user_id, expires_at) VALUES ($1::uuid, decode(md5($1::text), 'hex'), $2, htsm_now() + interval '1 day')`,
      [session, userId],
    );
    await this.sql(
      `INSERT INTO account_token (id, purpose, email, organisation_id, expires_at)
       VALUES ($1::uuid, 'invite', $1::text || '@example.nl', $2, htsm_now() + interval '1 day')`,
      [invitation, organisationId],
    );
    await this.sql(
      `INSERT INTO subscription (id, user_id, email, locale, state, confirmed_at)
       SELECT $1, id, email, 'nl', 'active', htsm_now() FROM app_user WHERE id = $2`,
      [subscription, userId],
    );
    await this.sql(`INSERT INTO interest (subscription_id, words, confirmed_at) VALUES ($1, 'meten', htsm_now())`, [
      subscription,
    ]);
    const of = (kind: Thing['kind'], state: string, id: string): Thing => ({ kind, state, id, userId, params: { id } });
    this.things.push(
      of('session', 'live', session),
      { ...of('invitation', 'waiting', invitation), organisationId },
      of('subscription', 'active', subscription),
    );
    await this.mail(userId, 'waiting', 'queued');
    await this.mail(userId, 'held', 'held');
    await this.mail(userId, 'sent', 'accepted');
    await this.mail(userId, 'settled', 'unwanted');
    await this.mail(userId, 'in_trouble', 'failed');
    await this.mail(userId, 'sealed', 'failed', 'proposal_withdrawn');
  }

  private async mail(userId: string, state: string, stored: string, kind = 'password_changed'): Promise<void> {
    const id = randomUUID();
    await this.sql(
      `INSERT INTO mail_outbox (id, kind, to_email, to_user_id, locale, variables, dedupe_key, message_id, state, accepted_at, handover_at)
       SELECT $1::uuid, $4, email, id, 'nl', '{"name": "Naam", "challengeTitle": "Meten"}', $1::text, $1::text, $3,
         CASE WHEN $3 = 'accepted' THEN htsm_now() END, CASE WHEN $3 = 'accepted' THEN htsm_now() END FROM app_user WHERE id = $2`,
      [id, userId, stored, kind],
    );
    this.things.push({ kind: 'mail', state, id, userId, params: { id } });
  }

  /** An address that an administrator stopped. */
  private async stoppedAddress(): Promise<void> {
    const id = randomUUID();
    await this.sql(
      `INSERT INTO mail_suppression (id, email, reason, words) VALUES ($1, 'weg@example.nl', 'by_hand', 'Weg')`,
      [id],
    );
    this.things.push({ kind: 'stopped_address', state: 'stopped', id, params: { id } });
  }

  private async webhook(organisationId: string | null, createdBy: string): Promise<void> {
    const [id, deliveryId] = [randomUUID(), randomUUID()];
    await this.sql(
      `INSERT INTO webhook (id, organisation_id, url, kinds, secret, created_by, disabled_at, disabled_by)
       VALUES ($1, $2, 'https://hook.example/', '{challenge.opened}', 'x', $3, htsm_now(), 'hand')`,
      [id, organisationId, createdBy],
    );
    await this.sql(
      `INSERT INTO webhook_delivery (id, webhook_id, message_id, kind, payload) VALUES ($1, $2, $1, 'webhook.test', '{}')`,
      [deliveryId, id],
    );
    const state = organisationId === null ? 'of_platform' : 'of_organisation';
    const at = organisationId === null ? {} : { organisationId };
    this.things.push({ kind: 'webhook', state, id, ...at, params: { id, deliveryId } });
  }

  private async profile(organisationId: string, showsName: boolean): Promise<void> {
    const document = randomUUID();
    await this.sql(`INSERT INTO profile (organisation_id, about, shows_name) VALUES ($1, 'Wij meten.', $2)`, [
      organisationId,
      showsName,
    ]);
    await this.sql(
      `INSERT INTO profile_document (id, organisation_id, kind, title, text, locale) VALUES ($1, $2, 'project', 'Meten', 'Gemeten.', 'nl')`,
      [document, organisationId],
    );
    const about = { state: 'kept', organisationId };
    this.things.push(
      { ...about, kind: 'profile', id: organisationId, params: { organisationId } },
      { ...about, kind: 'profile_document', id: document, params: { id: document } },
    );
  }

  private async file(of: 'challenge' | 'proposal', id: string): Promise<string> {
    const content = `%PDF-1.4 ${randomUUID()}`;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { fileStore } = this.world.config;
    if (fileStore.kind !== 'folder') throw new Error('Tests keep files in a folder');
    await mkdir(join(fileStore.folder, sha256.slice(0, 2)), { recursive: true });
    await writeFile(join(fileStore.folder, sha256.slice(0, 2), sha256), content);
    await this.sql(`INSERT INTO stored_file (sha256, size_bytes, media_type) VALUES ($1, $2, 'application/pdf')`, [
      sha256,
      content.length,
    ]);
    const attachmentId = randomUUID();
    await this.sql(
      `INSERT INTO ${of}_attachment (id, ${of}_id, sha256, file_name, uploaded_by) SELECT $1, $2, $3, 'bestand.pdf', created_by FROM ${of} WHERE id = $2`,
      [attachmentId, id, sha256],
    );
    return attachmentId;
  }

  private sql(statement: string, parameters: readonly unknown[] = []): Promise<unknown> {
    return this.world.database.asOwner(statement, parameters);
  }
}
