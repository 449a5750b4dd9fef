import { Injectable } from '@nestjs/common';
import type { MailRecipient, Tx, UserActor } from '@htsm/api/core';
import { ReviewNews } from '../review-news';

/** Tells people that they are on the panel of a challenge. */
@Injectable()
export class PanelAppointments {
  constructor(private readonly news: ReviewNews) {}

  /** Mails those whom somebody else put there; nobody is told of a challenge that is not public yet. */
  async tell(
    tx: Tx,
    actor: UserActor,
    panel: { readonly challengeId: string; readonly version: number },
    userIds: readonly string[],
  ): Promise<void> {
    const people = await tx.rows<MailRecipient & { readonly title: string }>(
      `SELECT u.id AS "userId", u.email, u.name, u.locale, 'review_panel' AS role,
        CASE u.locale WHEN 'en' THEN coalesce(nullif(c.title_en, ''), c.title_nl) ELSE coalesce(nullif(c.title_nl, ''), c.title_en) END AS title
       FROM app_user u, challenge c WHERE c.id = $1 AND challenge_is_public(c.id) AND u.id = ANY ($2) AND u.id <> $3 AND u.disabled_at IS NULL ORDER BY u.id`,
      [panel.challengeId, userIds, actor.userId],
    );
    for (const { title, ...to } of people)
      await this.news.outbox.enqueue(tx, {
        kind: 'panel_appointed',
        to,
        variables: { name: to.name, challengeTitle: title, path: '/my/reviews' },
        about: { type: 'challenge', id: panel.challengeId },
        dedupeKey: `panel-appointed:${panel.challengeId}:${panel.version}:${to.userId ?? to.email}`,
      });
  }
}
