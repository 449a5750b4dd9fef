import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import { WrongProof } from '../accounts.errors';
import type { PasskeyQuestionDto, SecondFactorMethod } from '../dto/second-factor.dto';
import { FactorRows } from './factor-rows';
import { UsePasskey } from './use-passkey';

/** What somebody shows as a second factor: a code of the app or from the list, or a passkey's answer. */
export type Proof = { readonly code: string } | { readonly passkey: string };

/** Takes a second factor of a known person; the transaction must already see the person's own rows. */
@Injectable()
export class ShowFactor {
  constructor(
    private readonly factors: FactorRows,
    private readonly passkeys: UsePasskey,
  ) {}

  methods(tx: Tx, userId: string): Promise<SecondFactorMethod[]> {
    return this.factors.methods(tx, userId);
  }

  askPasskey(tx: Tx, userId: string): Promise<PasskeyQuestionDto> {
    return this.passkeys.askAsFactor(tx, userId);
  }

  /** Throws ValidationFailed, at `code` or `answer`. */
  async take(tx: Tx, userId: string, proof: Proof): Promise<void> {
    if ('passkey' in proof) {
      return this.passkeys.asFactor(tx, userId, proof.passkey).catch((fault: unknown) => {
        throw fault instanceof WrongProof ? fault.of(userId) : fault;
      });
    }
    const isRight = await this.factors.useCode(tx, userId, proof.code);
    if (!isRight) throw new WrongProof('code', 'code_wrong', userId);
  }
}
