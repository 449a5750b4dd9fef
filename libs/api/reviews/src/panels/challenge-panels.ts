import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import {
  Database,
  EventLog,
  NotFound,
  ValidationFailed,
  VersionConflict,
  type FieldFault,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { FormPanelDto, FormedPanelDto } from '../dto/panel.dto';
import { PanelAppointments } from './panel-appointments';
import { JudgedChallengesRepository } from '../reading/judged-challenges.repository';
import { JudgingStake } from '../reviews.errors';

/** The taskforce names who judges a challenge, and who chairs; whoever is taken off sees nothing of it any more. */
@Injectable()
export class ChallengePanels {
  constructor(
    private readonly database: Database,
    private readonly challenges: JudgedChallengesRepository,
    private readonly events: EventLog,
    private readonly appointments: PanelAppointments,
  ) {}

  /**
   * Throws JudgingStake for whoever has one, ValidationFailed for people who are not on the review panel and a chair who is no
   * member, and VersionConflict with the present panel.
   */
  form(actor: UserActor, challengeId: string, input: FormPanelDto, locale: Locale): Promise<FormedPanelDto> {
    return this.database.as(actor, async (tx) => {
      if ((await this.challenges.find(tx, challengeId, locale)) === null) throw new NotFound();
      const may = await tx.row<{ free: boolean }>('SELECT i_have_no_stake_in($1) AS free', [challengeId]);
      if (may?.free !== true) throw new JudgingStake();
      const faults = await this.faults(tx, input);
      if (faults.length > 0) throw new ValidationFailed(faults);
      const before = await readPanel(tx, challengeId);
      if (!(await this.take(tx, actor, challengeId, input.version))) throw new VersionConflict(before);
      await tx.run('DELETE FROM panel_member WHERE challenge_id = $1', [challengeId]);
      await tx.run(
        'INSERT INTO panel_member (challenge_id, user_id, is_chair) SELECT $1, m, m IS NOT DISTINCT FROM $3 FROM unnest($2::uuid[]) m',
        [challengeId, input.memberIds, input.chairId],
      );
      await this.events.append(tx, {
        type: 'panel.formed',
        subjectType: 'challenge',
        subjectId: challengeId,
        actorId: actor.userId,
        payload: { memberIds: input.memberIds, chairId: input.chairId },
      });
      const panel = await readPanel(tx, challengeId);
      const added = input.memberIds.filter((id) => !before.memberIds.includes(id));
      await this.appointments.tell(tx, actor, { challengeId, version: panel.version }, added);
      return panel;
    });
  }

  /** Gives whether the version was still the present one; it is the next one then. */
  private async take(tx: Tx, actor: UserActor, challengeId: string, version: number): Promise<boolean> {
    if (version > 0)
      return (
        (await tx.run('UPDATE challenge_panel SET version = version + 1 WHERE challenge_id = $1 AND version = $2', [
          challengeId,
          version,
        ])) === 1
      );
    return (
      (await tx.run('INSERT INTO challenge_panel (challenge_id, formed_by) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        challengeId,
        actor.userId,
      ])) === 1
    );
  }

  private async faults(tx: Tx, { memberIds, chairId }: FormPanelDto): Promise<FieldFault[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT b.user_id AS id FROM membership b JOIN app_user u ON u.id = b.user_id
       WHERE b.body = 'review_panel' AND u.disabled_at IS NULL AND b.user_id = ANY ($1)`,
      [memberIds],
    );
    const known = new Set(rows.map(({ id }) => id));
    const strangers = memberIds.flatMap((id, index) =>
      known.has(id) ? [] : [{ path: `memberIds.${index}`, code: 'not_on_panel' }],
    );
    const isMember = chairId === null || memberIds.includes(chairId);
    return [...strangers, ...(isMember ? [] : [{ path: 'chairId', code: 'chair_not_member' }])];
  }
}

/** Gives the panel of a challenge as it is formed. */
export async function readPanel(tx: Tx, challengeId: string): Promise<FormedPanelDto> {
  const panel = await tx.row<FormedPanelDto>(
    `SELECT c.version, coalesce((SELECT json_agg(m.user_id ORDER BY u.name, u.id) FROM panel_member m JOIN app_user u ON u.id = m.user_id
        WHERE m.challenge_id = c.challenge_id), '[]'::json) AS "memberIds",
      (SELECT m.user_id FROM panel_member m WHERE m.challenge_id = c.challenge_id AND m.is_chair) AS "chairId"
     FROM challenge_panel c WHERE c.challenge_id = $1`,
    [challengeId],
  );
  return panel ?? { version: 0, memberIds: [], chairId: null };
}
