import { Injectable } from '@nestjs/common';
import { differencesBetween, type Locale } from '@htsm/domain';
import { Database, EventLog, NotFound, readCursor, toPage, type Tx, type UserActor } from '@htsm/api/core';
import type {
  CollaborationDto,
  CollaborationsDto,
  CollaborationsQueryDto,
  MomentDto,
  NoteOutcomeDto,
} from './outcome.dto';
import { LEDGER_PAGE, LedgerRepository, type CollaborationRow, type MomentRow, type Said } from './ledger.repository';

/** A challenge and an SME. */
export interface Pair {
  readonly challengeId: string;
  readonly organisationId: string;
}

/** The one ledger of what comes of a challenge and an SME, whichever way they met. */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
    /** The log that its lines are counted from. */
    readonly events: EventLog,
  ) {}

  /** Opens the ledger of two that agreed, so that both will be asked; does nothing when it is open. */
  async begin(tx: Tx, pair: Pair, actorId: string): Promise<void> {
    const id = await this.ledger.begin(tx, pair.challengeId, pair.organisationId);
    if (id !== null) await this.tell(tx, { id, what: 'collaboration.began', pair, actorId });
  }

  /** Adds what the taskforce knows came of it, and opens the ledger when nobody had. */
  async conclude(tx: Tx, pair: Pair, said: Said & { readonly on: string }, actorId: string): Promise<void> {
    await this.begin(tx, pair, actorId);
    const id = await this.ledger.idOf(tx, pair.challengeId, pair.organisationId);
    if (id === null) throw new NotFound();
    await this.add(tx, { ...pair, id }, said, actorId);
  }

  /** Gives a page of all collaborations that the actor follows, newest first. */
  list(actor: UserActor, query: CollaborationsQueryDto, locale: Locale): Promise<CollaborationsDto> {
    const keys = query.cursor === undefined ? null : readCursor(query.cursor, 2);
    const after = keys === null ? null : ([String(keys[0]), String(keys[1])] as const);
    return this.database.as(actor, async (tx) => {
      const rows = await this.ledger.page(tx, { isDisputed: query.only === 'disputed', after }, locale);
      return toPage(rows, LEDGER_PAGE, toCollaboration, (row) => [row.began, row.id]);
    });
  }

  /** Adds what the taskforce heard. Throws NotFound. */
  note(actor: UserActor, id: string, input: NoteOutcomeDto, locale: Locale): Promise<CollaborationDto> {
    return this.database.as(actor, async (tx) => {
      await this.add(tx, await this.find(tx, id, locale), input, actor.userId);
      return toCollaboration(await this.find(tx, id, locale));
    });
  }

  private async add(
    tx: Tx,
    { id, ...pair }: Pair & { readonly id: string },
    said: Said & { readonly on: string },
    actorId: string,
  ): Promise<void> {
    await this.ledger.note(tx, id, said);
    const facts = { side: 'taskforce', kind: said.kind };
    await this.tell(tx, { id, what: 'outcome.reported', pair, actorId, facts });
  }

  private async find(tx: Tx, id: string, locale: Locale): Promise<CollaborationRow> {
    const row = await this.ledger.find(tx, id, locale);
    if (row === null) throw new NotFound();
    return row;
  }

  private async tell(
    tx: Tx,
    line: {
      readonly id: string;
      readonly what: string;
      readonly pair: Pair;
      readonly actorId: string;
      readonly facts?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { challengeId, organisationId } = line.pair;
    const proposalIds = await this.ledger.proposalsOf(tx, challengeId, organisationId);
    await this.events.append(tx, {
      type: line.what,
      subjectType: 'collaboration',
      subjectId: line.id,
      actorId: line.actorId,
      payload: { challengeId, organisationId, proposalIds, ...line.facts },
    });
  }
}

function toCollaboration(row: CollaborationRow): CollaborationDto {
  const moments = row.moments.map(toMoment);
  return {
    id: row.id,
    challengeId: row.challengeId,
    challengeTitle: row.challengeTitle,
    ownerName: row.ownerName,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    beganAt: row.beganAt,
    isDisputed: moments.some(({ differences }) => differences.length > 0),
    moments,
    noted: row.noted,
  };
}

function toMoment(row: MomentRow): MomentDto {
  return { ...row, differences: differencesBetween(row.sme, row.owner) };
}
