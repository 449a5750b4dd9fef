import { Injectable } from '@nestjs/common';
import type { ChallengeState } from '@htsm/domain';
import { Database, EventLog, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { MyProposalDto } from '../dto/my-proposal.dto';
import type { StartProposalDto } from '../dto/proposal-edits.dto';
import { ProposalNotForOrganisation } from '../proposals.errors';
import { toMyProposal } from '../proposals.mapper';
import { existing, proposingOrganisations, refuseUnlessAccepting } from '../proposals.policy';
import { ProposalsRepository } from '../proposals.repository';

interface ChallengeRow {
  id: string;
  state: ChallengeState;
  closesAt: string;
  isOwn: boolean;
  now: Date;
}

/** Starts a draft; an organisation has one active proposal for a challenge, so a second start finds the first. */
@Injectable()
export class StartProposal {
  constructor(
    private readonly database: Database,
    private readonly repository: ProposalsRepository,
    private readonly events: EventLog,
  ) {}

  /** Gives the draft, and whether it is new; throws when the challenge takes none, or the organisation may not. */
  run(actor: UserActor, input: StartProposalDto): Promise<{ proposal: MyProposalDto; isNew: boolean }> {
    const organisationId = chooseOrganisation(actor, input.organisationId);
    return this.database.as(actor, async (tx) => {
      const challenge = await findChallenge(tx, input.challengeSlug, organisationId);
      const found = await activeProposal(tx, challenge.id, organisationId);
      const id = found ?? (await this.create(tx, actor, challenge, organisationId));
      const record = existing(await this.repository.read(tx, id, [organisationId]));
      return { proposal: toMyProposal(record), isNew: found === null };
    });
  }

  private async create(tx: Tx, actor: UserActor, challenge: ChallengeRow, organisationId: string): Promise<string> {
    if (challenge.isOwn) throw new ProposalNotForOrganisation();
    refuseUnlessAccepting(challenge, challenge.now);
    const made = await tx.row<{ id: string }>(
      `INSERT INTO proposal (challenge_id, organisation_id, created_by) VALUES ($1, $2, $3)
       ON CONFLICT (challenge_id, organisation_id) WHERE state <> 'withdrawn' DO NOTHING RETURNING id`,
      [challenge.id, organisationId, actor.userId],
    );
    // a colleague was first, in this very moment
    if (made === null) return (await activeProposal(tx, challenge.id, organisationId)) ?? '';
    await this.events.append(tx, {
      type: 'proposal.started',
      subjectType: 'proposal',
      subjectId: made.id,
      actorId: actor.userId,
      payload: { challengeId: challenge.id },
      visibleToOrgIds: [organisationId],
      isSealed: true,
    });
    return made.id;
  }
}

function chooseOrganisation(actor: UserActor, wanted: string | undefined): string {
  const mine = proposingOrganisations(actor);
  const chosen = wanted === undefined ? mine[0] : mine.find((id) => id === wanted);
  if (chosen === undefined) throw new ProposalNotForOrganisation();
  return chosen;
}

async function findChallenge(tx: Tx, slug: string, organisationId: string): Promise<ChallengeRow> {
  const challenge = await tx.row<ChallengeRow>(
    `SELECT pc.id, pc.state, pc.closes_at AS "closesAt", c.organisation_id = $2 AS "isOwn", htsm_now() AS now
     FROM public_challenge pc JOIN challenge c ON c.id = pc.id WHERE pc.slug = $1`,
    [slug, organisationId],
  );
  if (challenge === null) throw new NotFound();
  return challenge;
}

async function activeProposal(tx: Tx, challengeId: string, organisationId: string): Promise<string | null> {
  const row = await tx.row<{ id: string }>(
    `SELECT id FROM proposal WHERE challenge_id = $1 AND organisation_id = $2 AND state <> 'withdrawn'`,
    [challengeId, organisationId],
  );
  return row?.id ?? null;
}
