import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canCancelChallenge, EDITABLE_CHALLENGE_STATES, type Locale } from '@htsm/domain';
import {
  Database,
  NotAllowed,
  NotFound,
  StepNotAllowed,
  Texts,
  toPage,
  VersionConflict,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { ChallengeEntity } from '../challenge.entity';
import { ChallengeFrozen, ChallengeNotComplete } from '../challenges.errors';
import type { ChangeChallengeDto } from '../dto/challenge-fields.dto';
import type { ReplaceCriteriaDto } from '../dto/criterion.dto';
import type { ChallengeDossierDto, ChallengeRowsDto } from '../dto/dossier.dto';
import type { ChallengeRowsQueryDto, CreateChallengeDto, ReasonDto } from '../dto/steps.dto';
import { AnnouncedSteps } from '../steps/announced-steps';
import { ChallengesRepository, ROWS_PER_PAGE, type ChallengeRecord } from './challenges.repository';
import { dossier, listRow, reportOn } from './dossier.mapper';

/** The owner's side: writing a challenge, sending it in, taking it back. */
@Injectable()
export class ChallengeDrafts {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengesRepository,
    private readonly steps: AnnouncedSteps,
    private readonly texts: Texts,
  ) {}

  /** Makes an empty draft. */
  createDraft(actor: UserActor, input: CreateChallengeDto, locale: Locale): Promise<ChallengeDossierDto> {
    const organisationId = postingOrganisation(actor, input.organisationId);
    const id = randomUUID();
    return this.database.as(actor, async (tx) => {
      await this.challenges.addDraft(tx, { id, organisationId, createdBy: actor.userId });
      return this.dossierOf(await this.findOwn(tx, actor, id), locale);
    });
  }

  /** Lists the challenges of the actor's organisations, most recently changed first. */
  listOwn(actor: UserActor, query: ChallengeRowsQueryDto, locale: Locale): Promise<ChallengeRowsDto> {
    const scope = {
      organisationIds: ownerOrganisations(actor),
      states: query.state ?? [],
      cursor: query.cursor,
      locale,
    };
    return this.database.as(actor, async (tx) => {
      const rows = await this.challenges.list(tx, scope);
      const now = rows[0]?.now ?? (await tx.now());
      const page = toPage(rows, ROWS_PER_PAGE, listRow, (row) => [row.sort_key, row.id]);
      return { items: page.items, next: page.next, now: now.toISOString() };
    });
  }

  readOwn(actor: UserActor, id: string, locale: Locale): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => this.dossierOf(await this.findOwn(tx, actor, id), locale));
  }

  /** Saves some fields, complete or not. Throws VersionConflict with the present dossier when somebody was first. */
  changeFields(actor: UserActor, id: string, input: ChangeChallengeDto, locale: Locale): Promise<ChallengeDossierDto> {
    const { version, contactEmail, ...fields } = input;
    return this.edit(actor, { id, version, locale }, async (tx) => {
      if (contactEmail !== undefined) await this.challenges.changeContactEmail(tx, id, contactEmail);
      return toColumns(fields);
    });
  }

  /** Replaces the criteria, complete or not; counts as a change of the challenge's version. */
  replaceCriteria(
    actor: UserActor,
    id: string,
    input: ReplaceCriteriaDto,
    locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.edit(actor, { id, version: input.version, locale }, async (tx) => {
      await this.challenges.replaceCriteria(tx, id, input.criteria);
      return {};
    });
  }

  /** Sends the challenge to the taskforce; throws ChallengeNotComplete with every blocking finding. */
  submit(actor: UserActor, id: string, version: number, locale: Locale): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => {
      const before = await this.findOwn(tx, actor, id);
      if (before.challenge.state === 'in_moderation') return this.dossierOf(before, locale);
      if (before.challenge.version !== version) throw new VersionConflict(this.dossierOf(before, locale));
      const { blocking } = reportOn(before);
      if (blocking.length > 0) throw new ChallengeNotComplete(blocking);
      const challenge = await this.steps.submit(tx, actor, id);
      if (challenge.version !== version) throw new VersionConflict(this.dossierOf(before, locale));
      return this.dossierOf(await this.findOwn(tx, actor, id), locale);
    });
  }

  /** Takes the challenge back before it is public. */
  cancelOwn(actor: UserActor, id: string, { reason }: ReasonDto, locale: Locale): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => {
      const { challenge: before } = await this.findOwn(tx, actor, id);
      if (!canCancelChallenge(before.state, 'owner')) throw new StepNotAllowed(before.state, 'cancel');
      const challenge = await this.steps.cancel(tx, actor, id, { reason, by: 'owner' });
      if (!canCancelChallenge(challenge.state, 'owner')) throw new StepNotAllowed(challenge.state, 'cancel');
      return this.dossierOf(await this.findOwn(tx, actor, id), locale);
    });
  }

  /** Gives an own challenge that may still be edited, for attachments; throws NotFound or ChallengeFrozen. */
  async findEditable(tx: Tx, actor: UserActor, id: string): Promise<ChallengeRecord> {
    await this.challenges.lock(tx, id);
    const record = await this.findOwn(tx, actor, id);
    if (!EDITABLE_CHALLENGE_STATES.includes(record.challenge.state)) throw new ChallengeFrozen();
    return record;
  }

  private edit(
    actor: UserActor,
    { id, version, locale }: { id: string; version: number; locale: Locale },
    change: (tx: Tx) => Promise<Partial<ChallengeEntity>>,
  ): Promise<ChallengeDossierDto> {
    return this.database.as(actor, async (tx) => {
      const before = await this.findEditable(tx, actor, id);
      if (before.challenge.version !== version) throw new VersionConflict(this.dossierOf(before, locale));
      await this.challenges.change(tx, id, version, await change(tx));
      return this.dossierOf(await this.findOwn(tx, actor, id), locale);
    });
  }

  private async findOwn(tx: Tx, actor: UserActor, id: string): Promise<ChallengeRecord> {
    const record = await this.challenges.find(tx, id, ownerOrganisations(actor));
    if (record === null) throw new NotFound();
    return record;
  }

  private dossierOf(record: ChallengeRecord, locale: Locale): ChallengeDossierDto {
    return dossier(record, { as: 'owner', locale }, this.texts);
  }
}

/** The organisations that may post challenges: all but SMEs. */
function ownerOrganisations(actor: UserActor): string[] {
  return actor.organisations
    .filter((organisation) => organisation.kind !== 'sme')
    .map((organisation) => organisation.id);
}

function postingOrganisation(actor: UserActor, wanted: string | undefined): string {
  const own = ownerOrganisations(actor);
  const chosen = wanted === undefined ? own[0] : own.find((id) => id === wanted);
  if (chosen === undefined) throw new NotAllowed();
  return chosen;
}

function toColumns(fields: Omit<ChangeChallengeDto, 'version' | 'contactEmail'>): Partial<ChallengeEntity> {
  const { opensAt, closesAt, decisionDueAt, ...same } = fields;
  const given = Object.entries(same).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as typeof same), // the same fields, without those that were left out
    ...(opensAt === undefined ? {} : { opensAt: instant(opensAt) }),
    ...(closesAt === undefined ? {} : { closesAt: instant(closesAt) }),
    ...(decisionDueAt === undefined ? {} : { decisionDueAt: instant(decisionDueAt) }),
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
