import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, Texts, instantInWords, type UserActor } from '@htsm/api/core';
import type { ProposalReceiptDto, ReceiptVerificationDto, VerifyReceiptDto } from '../dto/receipt.dto';
import { toReceipt } from '../proposals.mapper';
import { ReceiptSigner } from './receipt-signer';
import { ReceiptsRepository } from './receipts.repository';

/** A receipt as a page of plain text, to print or to keep. */
export interface ReceiptText {
  readonly fileName: string;
  readonly text: string;
}

/** Shows receipts to their own organisation, and tells anyone whether a receipt is genuine. */
@Injectable()
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly repository: ReceiptsRepository,
    private readonly signer: ReceiptSigner,
    private readonly texts: Texts,
  ) {}

  /** Gives one receipt; throws NotFound for somebody else's. */
  read(actor: UserActor, proposalId: string, id: string): Promise<ProposalReceiptDto> {
    return this.database.as(actor, async (tx) => {
      const receipt = await this.repository.read(tx, proposalId, id);
      if (receipt === null) throw new NotFound();
      return toReceipt(receipt);
    });
  }

  /** Gives one receipt as plain text in the reader's language, with all that is needed to verify it. */
  async asText(actor: UserActor, proposalId: string, id: string, locale: Locale): Promise<ReceiptText> {
    const receipt = await this.read(actor, proposalId, id);
    const manifest: unknown = JSON.parse(receipt.manifest);
    const named = manifest as { organisationName: string; challengeSlug: string }; // we wrote it: ReceiptManifest
    const say = (key: string, params: Record<string, string> = {}): string =>
      this.texts.say(locale, `proposals.receipt.${key}`, params);
    const lines = [
      say('title', { number: receipt.number }),
      '',
      say('body', {
        organisation: named.organisationName,
        challenge: named.challengeSlug,
        when: instantInWords(new Date(receipt.submittedAt), locale),
        instant: receipt.submittedAt,
        version: String(receipt.proposalVersion),
      }),
      '',
      say('how'),
      '',
      `SHA-256: ${receipt.manifestSha256}`,
      `${say('signature')}: ${receipt.signature}`,
      '',
      `${say('manifest')}:`,
      JSON.stringify(manifest, null, 2),
      '',
    ];
    return { fileName: `${receipt.number}.txt`, text: lines.join('\n') };
  }

  /** Tells whether we signed this manifest; never throws for what is not a receipt. */
  verify(input: VerifyReceiptDto): ReceiptVerificationDto {
    const genuine = this.signer.verify(input.manifest, input.signature);
    return { isValid: genuine !== null, number: genuine?.number ?? null, submittedAt: genuine?.submittedAt ?? null };
  }
}
