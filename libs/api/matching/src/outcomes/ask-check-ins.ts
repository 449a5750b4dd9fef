import { Injectable } from '@nestjs/common';
import { CHECK_IN_REMINDER_DAYS, type CheckInSide } from '@htsm/domain';
import { titleFor } from '@htsm/api/challenges';
import { Database, EventLog, MailOutbox, type Tx } from '@htsm/api/core';

/** Questions in one transaction. */
const BATCH = 20;

interface DueRow {
  readonly id: string;
  readonly side: CheckInSide;
  readonly months: number;
  readonly collaborationId: string;
  readonly challengeId: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly smeId: string;
  readonly smeName: string;
  readonly ownerId: string;
  readonly ownerName: string;
}

/** Asks both sides what came of it, when the months have passed, and reminds once; for the worker. */
@Injectable()
export class AskCheckIns {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly outbox: MailOutbox,
  ) {}

  /** Asks and reminds what is due now; gives whether there may be more. */
  runDue(): Promise<boolean> {
    return this.database.asSystem(async (tx) => {
      const asked = await this.round(tx, { due: TO_ASK, mark: 'asked_at', kind: 'check_in' });
      const reminded = await this.round(tx, { due: TO_REMIND, mark: 'reminded_at', kind: 'check_in_reminder' });
      return asked === BATCH || reminded === BATCH;
    });
  }

  private async round(tx: Tx, of: Round): Promise<number> {
    const due = await tx.rows<DueRow>(of.due);
    for (const row of due) {
      await tx.run(`UPDATE check_in SET ${of.mark} = htsm_now() WHERE id = $1`, [row.id]);
      await this.mail(tx, row, of.kind);
      const { challengeId, smeId: organisationId, side, months } = row;
      await this.events.append(tx, {
        type: of.kind === 'check_in' ? 'check_in.asked' : 'check_in.reminded',
        subjectType: 'collaboration',
        subjectId: row.collaborationId,
        actorId: null,
        payload: { challengeId, organisationId, side, months },
      });
    }
    return due.length;
  }

  private async mail(tx: Tx, row: DueRow, kind: Round['kind']): Promise<void> {
    const isSme = row.side === 'sme';
    for (const to of await this.outbox.peopleOfOrganisation(tx, isSme ? row.smeId : row.ownerId)) {
      const variables = {
        name: to.name,
        challengeTitle: titleFor(row, to.locale),
        partnerName: isSme ? row.ownerName : row.smeName,
        months: row.months,
        tokenId: row.id,
      };
      const about = { type: 'challenge', id: row.challengeId, path: '/my/matches' } as const;
      const dedupeKey = `${kind}:${row.id}:${to.userId ?? to.email}`;
      await this.outbox.enqueue(tx, { kind, to, variables, about, dedupeKey });
    }
  }
}

interface Round {
  readonly due: string;
  readonly mark: 'asked_at' | 'reminded_at';
  readonly kind: 'check_in' | 'check_in_reminder';
}

/* Nobody is asked any more once the taskforce noted that nothing came of it; a question that a later one overtook is not asked. */
const due = (isDue: string, order: string): string => `
  SELECT k.id, k.side, k.months, b.id AS "collaborationId", c.id AS "challengeId", c.title_nl AS "titleNl", c.title_en AS "titleEn",
    sme.id AS "smeId", sme.name AS "smeName", own.id AS "ownerId", own.name AS "ownerName"
  FROM check_in k JOIN collaboration b ON b.id = k.collaboration_id JOIN challenge c ON c.id = b.challenge_id
  JOIN organisation own ON own.id = c.organisation_id JOIN organisation sme ON sme.id = b.organisation_id
  WHERE ${isDue}
    AND NOT EXISTS (SELECT FROM check_in later WHERE later.collaboration_id = k.collaboration_id AND later.side = k.side
      AND later.months > k.months AND later.due_at <= htsm_now())
    AND (SELECT kind FROM outcome WHERE collaboration_id = b.id AND side = 'taskforce' ORDER BY id DESC LIMIT 1) IS DISTINCT FROM 'nothing'
  ORDER BY ${order}, k.id LIMIT ${BATCH} FOR UPDATE OF k SKIP LOCKED`;

const TO_ASK = due('k.asked_at IS NULL AND k.due_at <= htsm_now()', 'k.due_at');
const TO_REMIND = due(
  `k.asked_at <= htsm_now() - ${CHECK_IN_REMINDER_DAYS} * interval '1 day' AND k.reminded_at IS NULL
    AND NOT EXISTS (SELECT FROM outcome r WHERE r.check_in_id = k.id)`,
  'k.asked_at',
);
