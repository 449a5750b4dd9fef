import { extname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { blinderOf, type Blinder, type Locale, type TellingWord } from '@htsm/domain';
import { Texts, type FileToSend, type Tx } from '@htsm/api/core';
import type { JudgedProposalDto } from '../dto/judged-proposal.dto';

/** Takes out of what reviewers of a blind challenge read who the parties are. */
@Injectable()
export class Blinding {
  constructor(private readonly texts: Texts) {}

  /** Makes what clears the texts of one proposal, for somebody who judges it. */
  async blinder(tx: Tx, proposalId: string, locale: Locale): Promise<Blinder> {
    const telling = await tx.rows<TellingWord>('SELECT party, kind, word FROM telling_words($1)', [proposalId]);
    const say = (key: string, n = 0): string => this.texts.say(locale, `blind.${key}`, { n });
    return blinderOf(telling, {
      party: (party) => say('party', party),
      person: (party) => say('person', party),
      mail: say('mail'),
      link: say('link'),
      phone: say('phone'),
    });
  }

  /** Gives the files names that say only which one it is. */
  withPlainNames(proposal: JudgedProposalDto, locale: Locale): JudgedProposalDto {
    const attachments = proposal.attachments.map((file, index) => ({
      ...file,
      fileName: this.plainName(file.fileName, index + 1, locale),
    }));
    return { ...proposal, attachments };
  }

  /** Gives a file to send a name without what its sender called it. */
  async toSend(tx: Tx, file: FileToSend, { attachmentId, locale }: BlindFile): Promise<FileToSend> {
    const place = await tx.row<{ n: number }>(
      `SELECT count(*)::int AS n FROM proposal_attachment me JOIN proposal_attachment other ON other.proposal_id = me.proposal_id
        AND (other.created_at, other.id) <= (me.created_at, me.id) WHERE me.id = $1`,
      [attachmentId],
    );
    return { ...file, fileName: this.plainName(file.fileName, place?.n ?? 1, locale) };
  }

  private plainName(fileName: string, n: number, locale: Locale): string {
    return this.texts.say(locale, 'blind.file', { n }) + extname(fileName).toLowerCase();
  }
}

/** Which file of a proposal, for whom. */
export interface BlindFile {
  readonly attachmentId: string;
  readonly locale: Locale;
}
