import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, StepNotAllowed, Texts, type Tx, type UserActor } from '@htsm/api/core';
import type { AnswersDto } from '../dto/answers.dto';
import { Answers } from './answers.service';
import { DecisionsRepository } from './decisions.repository';
import { draftReasons, draftSummary, type LetterInput } from './draft-letter';

/** Writes first versions of the answers from the reviews. */
@Injectable()
export class DraftLetters {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly answers: Answers,
    private readonly texts: Texts,
  ) {}

  /** Drafts what is empty, in each reader's language; what was typed is never overwritten. Throws NotFound and StepNotAllowed. */
  run(actor: UserActor, challengeId: string, locale: Locale): Promise<AnswersDto> {
    return this.database.as(actor, async (tx) => {
      const inDutch = await this.decisions.challenge(tx, challengeId, 'nl');
      const inEnglish = await this.decisions.challenge(tx, challengeId, 'en');
      if (inDutch === null || inEnglish === null) throw new NotFound();
      if (inDutch.state !== 'evaluating') throw new StepNotAllowed(inDutch.state, 'write');
      for (const proposal of await this.decisions.proposals(tx, challengeId)) {
        if (proposal.isHiddenFromMe) continue;
        const { criteria } = proposal.language === 'en' ? inEnglish : inDutch;
        await this.draft(tx, challengeId, { language: proposal.language, criteria, proposal });
      }
      return this.answers.read(tx, challengeId, locale);
    });
  }

  private async draft(tx: Tx, challengeId: string, input: LetterInput): Promise<void> {
    const { id, version, summary } = input.proposal;
    const reasons = draftReasons(this.texts, input);
    const drafted = draftSummary(this.texts, input);
    if (reasons.length === 0 && drafted === '') return;
    const isNew = version === 0 && (await this.decisions.startAnswer(tx, id, challengeId));
    const saved = await this.decisions.setSummary(tx, id, isNew ? 1 : version, drafted || summary);
    // null: a colleague was typing in it a moment ago
    if (saved !== null) await this.decisions.writeReasons(tx, id, reasons);
  }
}
