import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { CONFIG, type Config, type UserActor } from '@htsm/api/core';
import { WrongProof } from '../accounts.errors';

/** A passkey as a device made it. */
export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A passkey that somebody claims to hold. */
export interface KnownPasskey {
  readonly credential_id: string;
  readonly public_key: Buffer;
  /** How often it signed, as text: Postgres's bigint. */
  readonly counter: string;
}

/** The questions to devices and the check of their answers, after WebAuthn; questions and answers are JSON texts. */
@Injectable()
export class PasskeyCeremony {
  private readonly origin: string;
  private readonly rpId: string;

  constructor(@Inject(CONFIG) config: Config) {
    const url = new URL(config.publicUrl);
    this.origin = url.origin;
    this.rpId = url.hostname;
  }

  /** Asks a device for a new passkey; those the person has already are left out. */
  async askNew(actor: UserActor, known: readonly string[]): Promise<{ challenge: string; options: string }> {
    const options = await generateRegistrationOptions({
      rpName: 'HTSM Challenges',
      rpID: this.rpId,
      userName: actor.email,
      userDisplayName: actor.name,
      userID: new TextEncoder().encode(actor.userId),
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    return { challenge: options.challenge, options: JSON.stringify(options) };
  }

  /** Checks the device's answer; throws ValidationFailed. */
  async checkNew(answer: string, challenge: string): Promise<NewPasskey> {
    const response = readAnswer(answer) as RegistrationResponseJSON; // the library checks every part of it and throws
    const verified = await refused(
      verifyRegistrationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: false,
      }),
    );
    if (!verified.verified) throw wrongPasskey();
    const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
    return { credentialId: id, publicKey, counter, transports: transports ?? [] };
  }

  /** Asks for a signature by one of the passkeys, or by any when none are named. */
  async askSignature(known: readonly string[]): Promise<{ challenge: string; options: string }> {
    const options = await generateAuthenticationOptions({
      rpID: this.rpId,
      allowCredentials: known.map((id) => ({ id })),
      userVerification: known.length === 0 ? 'required' : 'preferred',
    });
    return { challenge: options.challenge, options: JSON.stringify(options) };
  }

  /** Checks a signature and gives the passkey's new counter; throws ValidationFailed. */
  async checkSignature(
    answer: string,
    asked: { challenge: string; passkey: KnownPasskey; isAlone: boolean },
  ): Promise<number> {
    const response = readAnswer(answer) as AuthenticationResponseJSON; // the library checks every part of it and throws
    const { credential_id: id, public_key: publicKey, counter } = asked.passkey;
    const verified = await refused(
      verifyAuthenticationResponse({
        response,
        expectedChallenge: asked.challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        credential: { id, publicKey: new Uint8Array(publicKey), counter: Number(counter) },
        requireUserVerification: asked.isAlone,
      }),
    );
    if (!verified.verified) throw wrongPasskey();
    return verified.authenticationInfo.newCounter;
  }
}

/** Gives the id of the passkey an answer is of, and the challenge it says it answers; throws ValidationFailed. */
export function claimOf(answer: string): { credentialId: string; challenge: string } {
  const { id, response } = readAnswer(answer) as { id?: unknown; response?: { clientDataJSON?: unknown } }; // looked at below
  const clientData = typeof response?.clientDataJSON === 'string' ? response.clientDataJSON : '';
  const said = readAnswer(Buffer.from(clientData, 'base64url').toString()) as { challenge?: unknown }; // looked at below
  if (typeof id !== 'string' || typeof said.challenge !== 'string') throw wrongPasskey();
  return { credentialId: id, challenge: said.challenge };
}

/** The one answer to everything that is wrong with a passkey: a device of somebody else, an old question, no passkey. */
export function wrongPasskey(): WrongProof {
  return new WrongProof('answer', 'passkey_wrong');
}

function readAnswer(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // not JSON: refused like everything else that is no answer
  }
  throw wrongPasskey();
}

async function refused<Result>(check: Promise<Result>): Promise<Result> {
  return check.catch(() => {
    throw wrongPasskey();
  });
}
