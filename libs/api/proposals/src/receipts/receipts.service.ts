import { Injectable } from '@nestjs/common';
import { RECEIPT_FILE_FORMAT, writeReceiptFile, type ReceiptManifest } from '@htsm/domain';
import { ANONYMOUS, Database, NotFound, type UserActor } from '@htsm/api/core';
import type { ProposalReceiptDto, ReceiptKeysDto, ReceiptVerificationDto, VerifyReceiptDto } from '../dto/receipt.dto';
import { toReceipt } from '../proposals.mapper';
import { ReceiptSigner, type ReceiptKey } from './receipt-signer';
import { ReceiptsRepository } from './receipts.repository';
import { verifyReceipt } from './verify-receipt';

/** A receipt as a file to keep. */
export interface DownloadedReceipt {
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
  ) {}

  /** Gives one receipt; throws NotFound for somebody else's. */
  read(actor: UserActor, proposalId: string, id: string): Promise<ProposalReceiptDto> {
    return this.database.as(actor, async (tx) => {
      const receipt = await this.repository.read(tx, proposalId, id);
      if (receipt === null) throw new NotFound();
      return toReceipt(receipt);
    });
  }

  /** Gives one receipt as the file that anyone can verify later. */
  async asFile(actor: UserActor, proposalId: string, id: string): Promise<DownloadedReceipt> {
    const { number, keyId, manifest, signature } = await this.read(actor, proposalId, id);
    const signed = JSON.parse(manifest) as ReceiptManifest; // we wrote and signed it
    return {
      fileName: `${number}.json`,
      text: writeReceiptFile({ format: RECEIPT_FILE_FORMAT, keyId, manifest: signed, signature }),
    };
  }

  /** Lists every public key that ever signed a receipt, the present one first. */
  async keys(): Promise<ReceiptKeysDto> {
    const keys = await this.allKeys();
    return {
      keys: keys.map(({ id, pem }, index) => ({ id, algorithm: 'Ed25519', pem, isCurrent: index === 0 })),
    };
  }

  /** Tells whether one of our keys signed this file; never throws for what is not a receipt. */
  async verify({ receipt }: VerifyReceiptDto): Promise<ReceiptVerificationDto> {
    const genuine = verifyReceipt(receipt, await this.allKeys());
    return { isValid: genuine !== null, number: genuine?.number ?? null, submittedAt: genuine?.submittedAt ?? null };
  }

  private async allKeys(): Promise<ReceiptKey[]> {
    const earlier = await this.database.as(ANONYMOUS, (tx) => this.repository.keys(tx));
    return [this.signer.key, ...earlier.filter(({ id }) => id !== this.signer.key.id)];
  }
}
