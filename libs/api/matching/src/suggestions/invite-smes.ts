import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type {
  InvitationPreviewDto,
  InvitationPreviewsDto,
  InviteProblem,
  InviteSmesDto,
  InvitedDto,
} from '../dto/match-board.dto';
import { ChallengeNotOpen } from '../matching.errors';
import { MatchBoard } from './match-board.service';
import { SuggestionMails, type InvitingChallenge } from './suggestion-mails';
import { SuggestionSteps } from './suggestion-steps';

/** Invites SMEs for an open challenge, and shows before what each will get. */
@Injectable()
export class InviteSmes {
  constructor(
    private readonly database: Database,
    private readonly board: MatchBoard,
    private readonly steps: SuggestionSteps,
    private readonly mails: SuggestionMails,
  ) {}

  /** Gives the mails that `run` would send now, without a change. Throws ChallengeNotOpen, and NotFound for an unknown SME. */
  preview(actor: UserActor, challengeId: string, input: InviteSmesDto): Promise<InvitationPreviewsDto> {
    return this.database.as(actor, async (tx) => {
      await this.board.open(tx, challengeId);
      const challenge = await invitingChallenge(tx, challengeId);
      const items: InvitationPreviewDto[] = [];
      for (const id of input.organisationIds) items.push(await this.previewOne(tx, challenge, id, input.personal));
      return { items };
    });
  }

  /** Invites those who can be, each once; the others are left out, as the preview said. */
  run(actor: UserActor, challengeId: string, input: InviteSmesDto, locale: Locale): Promise<InvitedDto> {
    return this.database.as(actor, async (tx) => {
      const summary = await this.board.open(tx, challengeId);
      const challenge = await invitingChallenge(tx, challengeId);
      let invited = 0;
      // always in one order, so that two who invite the same ones do not wait for each other
      for (const id of [...input.organisationIds].sort()) {
        if (await this.invite(tx, actor, { challenge, id, input })) invited += 1;
      }
      return { invited, board: await this.board.show(tx, summary, locale) };
    });
  }

  private async invite(
    tx: Tx,
    actor: UserActor,
    { challenge, id, input }: { challenge: InvitingChallenge; id: string; input: InviteSmesDto },
  ): Promise<boolean> {
    const row = await this.steps.rows.add(tx, challenge.id, id);
    if (row === null) throw new NotFound();
    if (problemOf(row.state, (await this.mails.peopleOf(tx, id)).length) !== null) return false;
    await this.steps.take(tx, row, 'invite', { actorId: actor.userId });
    const { personal, remindAfterDays } = input;
    await this.steps.rows.invite(tx, row.id, { personal, invitedBy: actor.userId, remindAfterDays });
    await this.mails.invited(tx, 'sme_invited', challenge, { row, personal });
    return true;
  }

  private async previewOne(
    tx: Tx,
    challenge: InvitingChallenge,
    organisationId: string,
    personal: string,
  ): Promise<InvitationPreviewDto> {
    const sme = await tx.row<{ id: string; name: string }>(
      `SELECT suggestion_id(c.id, o.id) AS id, o.name FROM organisation o JOIN challenge c ON c.id = $1 AND c.organisation_id <> o.id
       WHERE o.id = $2 AND o.kind <> 'company'`,
      [challenge.id, organisationId],
    );
    if (sme === null) throw new NotFound();
    const row = await this.steps.rows.of(tx, challenge.id, organisationId);
    const people = await this.mails.peopleOf(tx, organisationId);
    const problem = problemOf(row?.state ?? 'suggested', people.length);
    const about = { organisationName: sme.name, personal, suggestionId: row?.id ?? sme.id };
    const mails: InvitationPreviewDto['mails'] = [];
    for (const to of people.slice(0, 20))
      mails.push({ to: to.name, locale: to.locale, ...(await this.mails.preview(tx, challenge, about, to)) });
    return { organisationId, organisationName: sme.name, problem, mails: problem === null ? mails : [] };
  }
}

/** Gives what an invitation says of the challenge. Throws ChallengeNotOpen when it takes no proposals any more. */
async function invitingChallenge(tx: Tx, id: string): Promise<InvitingChallenge> {
  const challenge = await readInviting(tx, id);
  if (challenge === null) throw new ChallengeNotOpen();
  return challenge;
}

/** Gives the challenge while it takes proposals, by the clock. */
export function readInviting(tx: Tx, id: string): Promise<InvitingChallenge | null> {
  return tx.row(
    `SELECT id, title_nl AS "titleNl", title_en AS "titleEn", summary_nl AS "summaryNl", summary_en AS "summaryEn",
       owner_name AS "ownerName", closes_at AS "closesAt" FROM public_challenge
     WHERE id = $1 AND state = 'open' AND closes_at > htsm_now()`,
    [id],
  );
}

function problemOf(state: string, people: number): InviteProblem | null {
  if (state === 'vetoed') return 'vetoed';
  if (state !== 'suggested') return 'already';
  return people === 0 ? 'nobody' : null;
}
