import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { PaperThread, Texts, type PaperOrder, type UserActor } from '@htsm/api/core';
import { ReviewDesk } from '../desk/review-desk.service';
import type { ReviewDeskDto } from '../dto/review-desk.dto';
import { coverParts, packWords, proposalParts } from './pack-parts';

/** A document to be saved. */
export interface PackFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Everything that a reviewer judges in one challenge, on paper: what the desk shows and nothing else. */
@Injectable()
export class ReviewPack {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly paper: PaperThread,
    private readonly texts: Texts,
  ) {}

  /** Writes the pack of the challenge of a task; throws NotFound as the desk does. */
  async write(actor: UserActor, assignmentId: string, locale: Locale): Promise<PackFile> {
    const desks = await this.desk.readDesksBeside(actor, assignmentId, locale);
    const slug = desks[0]?.challenge.slug ?? '';
    return {
      fileName: `${this.texts.say(locale, 'reviewPack.file', { slug })}.pdf`,
      bytes: await this.paper.write(this.order(actor, desks, locale)),
    };
  }

  private order(actor: UserActor, desks: readonly ReviewDeskDto[], locale: Locale): PaperOrder {
    const say = packWords(this.texts, locale);
    const [first] = desks;
    const now = new Date(first?.now ?? 0);
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(now);
    return {
      title: say('title', { challenge: first?.challenge.title ?? '' }),
      lang: locale,
      writtenAt: latestOf(desks),
      footer: say('footer', { name: actor.name, day }),
      pageWords: say('page', { page: '{{page}}', pages: '{{pages}}' }),
      parts: [
        ...coverParts(say, desks, { name: actor.name, locale }),
        ...desks.flatMap((desk) => proposalParts(say, desk, locale)),
      ],
    };
  }
}

/** The last moment at which anything in the pack changed. */
function latestOf(desks: readonly ReviewDeskDto[]): string {
  const moments = desks.flatMap(({ challenge, proposal, review }) => [
    challenge.closesAt ?? '',
    proposal?.submittedAt ?? '',
    review?.updatedAt ?? '',
  ]);
  return (
    moments
      .filter((moment) => moment !== '')
      .sort()
      .at(-1) ?? new Date(0).toISOString()
  );
}
