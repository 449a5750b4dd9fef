import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { titleFor } from '@htsm/api/challenges';
import { CONFIG, Database, EventLog, readLinkToken, type Config, type Tx } from '@htsm/api/core';
import { CheckInLinkUnknown } from '../matching.errors';
import type { AnswerCheckInDto, AskedDto } from './outcome.dto';
import { LedgerRepository, type AskedRow } from './ledger.repository';

/** The questions to both sides, by the link in the mail. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
    private readonly events: EventLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws CheckInLinkUnknown. */
  read(token: string, locale: Locale): Promise<AskedDto> {
    return this.withLink(token, (tx, asked) => this.show(tx, asked, locale));
  }

  /** Adds an answer; a second one stands beside the first and counts instead. Throws CheckInLinkUnknown. */
  answer({ token, ...said }: AnswerCheckInDto, locale: Locale): Promise<AskedDto> {
    return this.withLink(token, async (tx, asked) => {
      await this.ledger.answer(tx, asked, said);
      const { challengeId, organisationId, side, months } = asked;
      await this.events.append(tx, {
        type: 'outcome.reported',
        subjectType: 'collaboration',
        subjectId: asked.collaborationId,
        actorId: null,
        payload: { challengeId, organisationId, side, months, kind: said.kind },
      });
      return this.show(tx, asked, locale);
    });
  }

  private async show(tx: Tx, asked: AskedRow, locale: Locale): Promise<AskedDto> {
    const { side, months, partnerName, ownName } = asked;
    const answer = await this.ledger.lastAnswer(tx, months);
    return { side, months, challengeTitle: titleFor(asked, locale), partnerName, ownName, answer };
  }

  private withLink<Done>(token: string, work: (tx: Tx, asked: AskedRow) => Promise<Done>): Promise<Done> {
    const tokenId = readLinkToken(this.config.appSecret, 'check_in', token);
    if (tokenId === null) throw new CheckInLinkUnknown();
    return this.database.as({ kind: 'token', tokenId }, async (tx) => {
      const asked = await this.ledger.asked(tx);
      if (asked === null) throw new CheckInLinkUnknown();
      return work(tx, asked);
    });
  }
}
