import { Injectable } from '@nestjs/common';
import type { MailVariables, Tx, UserActor } from '@htsm/api/core';
import type { LinkDto } from '../dto/links.dto';
import { ReviewNews } from '../review-news';

interface BarredTasks {
  readonly challengeId: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly organisationName: string;
  readonly kind: MailVariables['link_conflict']['kind'];
  readonly through: string;
  readonly proposals: number;
}

/** Tells the taskforce when what a reviewer has just declared forbids tasks that are under way: somebody else must judge. */
@Injectable()
export class LinkConflicts {
  constructor(private readonly news: ReviewNews) {}

  /** One mail for a challenge and an organisation, with the evidence. */
  async tell(tx: Tx, actor: UserActor, { id, version }: LinkDto): Promise<void> {
    const found = await tx.rows<BarredTasks>(
      `SELECT challenge_id AS "challengeId", title_nl AS "titleNl", title_en AS "titleEn", organisation_name AS "organisationName",
        kind, through, proposals FROM my_tasks_barred_by($1)`,
      [id],
    );
    if (found.length === 0) return;
    const people = await this.news.outbox.peopleOfBody(tx, 'taskforce');
    for (const { challengeId, titleNl, titleEn, organisationName, kind, through, proposals } of found)
      for (const to of people)
        await this.news.outbox.enqueue(tx, {
          kind: 'link_conflict',
          to,
          variables: {
            challengeTitle: to.locale === 'en' ? titleEn || titleNl : titleNl || titleEn,
            reviewerName: actor.name,
            organisationName,
            kind,
            through,
            proposals,
            path: `/taskforce/challenges/${challengeId}/panel`,
          },
          about: { type: 'panel', id: challengeId },
          dedupeKey: `link-conflict:${id}:${version}:${challengeId}:${organisationName}:${to.userId ?? to.email}`,
        });
  }
}
