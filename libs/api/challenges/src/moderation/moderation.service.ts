import { Injectable } from '@nestjs/common';
import { checkChallenge, freeSlug, slugOf, type ChallengeState, type Locale } from '@htsm/domain';
import { Database, NotFound, Texts, toPage, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import { PlanningNotPossible } from '../challenges.errors';
import { ChallengesRepository, ROWS_PER_PAGE, type ChallengeRecord } from '../drafts/challenges.repository';
import { contentOf, dossier, listRow } from '../drafts/dossier.mapper';
import type { ChallengeDossierDto, ChallengeRowsDto } from '../dto/dossier.dto';
import type { ApproveChallengeDto, ChallengeRowsQueryDto, ReasonDto } from '../dto/steps.dto';
import { AnnouncedSteps } from '../steps/announced-steps';

/** What the taskforce sees when it does not ask for certain states: everything that left its owner. */
const MODERATED_STATES: readonly ChallengeState[] = [
  'in_moderation',
  'changes_requested',
  'scheduled',
  'open',
  'evaluating',
  'decided',
  'closed',
  'cancelled',
];

/** The taskforce's side: reading what was sent in, approving it, sending it back, cancelling it. */
@Injectable()
export class Moderation {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengesRepository,
    private readonly steps: AnnouncedSteps,
    private readonly texts: Texts,
  ) {}

  /** Lists challenges of all owners, most recently changed first; never drafts. */
  list(actor: UserActor, query: ChallengeRowsQueryDto, locale: Locale): Promise<ChallengeRowsDto> {
    const asked = query.state ?? [];
    const states = asked.length === 0 ? MODERATED_STATES : asked.filter((state) => MODERATED_STATES.includes(state));
    return this.database.as(actor, async (tx) => {
      const scope = {
        organisationIds: null,
        states: states.length === 0 ? MODERATED_STATES : states,
        cursor: query.cursor,
        locale,
      };
      const rows = await this.challenges.list(tx, scope);
      const now = rows[0]?.now ?? (await tx.now());
      const page = toPage(rows, ROWS_PER_PAGE, listRow, (row) => [row.sort_key, row.id]);
      return { items: page.items, next: page.next, now: now.toISOString() };
    });
  }

  read(actor: UserActor, id: string, locale: Locale): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => this.dossierOf(await this.find(tx, id), locale));
  }

  /** Schedules the opening. Throws VersionConflict when the owner changed it since, PlanningNotPossible for impossible instants. */
  approve(actor: UserActor, id: string, input: ApproveChallengeDto, locale: Locale): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => {
      const record = await this.find(tx, id);
      if (record.challenge.version !== input.version) throw new VersionConflict(this.dossierOf(record, locale));
      const opensAt = new Date(input.opensAt);
      const closesAt = input.closesAt === undefined ? record.challenge.closesAt : new Date(input.closesAt);
      refuseImpossiblePlanning(record, opensAt, closesAt);
      const slug = await this.slugFor(tx, record);
      const changes = { slug, opens_at: opensAt, ...(closesAt === null ? {} : { closes_at: closesAt }) };
      const challenge = await this.steps.approve(tx, actor, id, changes);
      if (challenge.version !== input.version) throw new VersionConflict(this.dossierOf(record, locale));
      return this.dossierOf(await this.find(tx, id), locale);
    });
  }

  /** Sends the challenge back to its owner with reasons. */
  requestChanges(actor: UserActor, id: string, { reason }: ReasonDto, locale: Locale): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => {
      await this.steps.requestChanges(tx, actor, id, reason);
      return this.dossierOf(await this.find(tx, id), locale);
    });
  }

  /** Ends the challenge from any state after draft, with a reason that everyone may read. */
  cancel(actor: UserActor, id: string, { reason }: ReasonDto, locale: Locale): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => {
      await this.steps.cancel(tx, actor, id, { reason, by: 'taskforce' });
      return this.dossierOf(await this.find(tx, id), locale);
    });
  }

  private async find(tx: Tx, id: string): Promise<ChallengeRecord> {
    const record = await this.challenges.find(tx, id, null);
    if (record === null || record.challenge.state === 'draft') throw new NotFound();
    return record;
  }

  private async slugFor(tx: Tx, { challenge }: ChallengeRecord): Promise<string> {
    const title = challenge.titleNl === '' ? challenge.titleEn : challenge.titleNl;
    return freeSlug(title, await this.challenges.slugsLike(tx, slugOf(title)));
  }

  private dossierOf(record: ChallengeRecord, locale: Locale): ChallengeDossierDto {
    return dossier(record, { as: 'taskforce', locale }, this.texts);
  }
}

function refuseImpossiblePlanning(record: ChallengeRecord, opensAt: Date, closesAt: Date | null): void {
  const { blocking } = checkChallenge({ ...contentOf(record), opensAt, closesAt }, record.parts.now);
  const planning = blocking.filter(
    (finding) => finding.code.startsWith('closing_') || finding.code.startsWith('decision_'),
  );
  if (planning.length > 0) throw new PlanningNotPossible(planning);
}
