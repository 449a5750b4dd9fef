import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HOLDS_KEY = 0x40;

/** What a test may get wrong on purpose. */
export interface Answering {
  readonly origin?: string;
  readonly isVerified?: boolean;
  /** Counter to claim; the next one when left out. */
  readonly counter?: number;
}

/** An authenticator in software: makes one passkey (ES256, no attestation) and signs with it, after WebAuthn. */
export class SoftwarePasskey {
  readonly id = randomBytes(16);
  private readonly key: KeyObject;
  private readonly cosePublicKey: Buffer;
  private counter = 0;

  constructor(private readonly origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
    this.key = pair.privateKey;
    this.cosePublicKey = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  /** Answers a question for a new passkey. */
  create(options: string): string {
    const { challenge, rp } = JSON.parse(options) as { challenge: string; rp: { id: string } }; // what our API asked
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const held = Buffer.concat([Buffer.alloc(16), length, this.id, this.cosePublicKey]);
    const data = Buffer.concat([this.data(rp.id, USER_PRESENT | USER_VERIFIED | HOLDS_KEY), held]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(data.length);
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      size,
      data,
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, this.origin).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers a question for a signature. */
  sign(options: string, how: Answering = {}): string {
    const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string }; // what our API asked
    this.counter = how.counter ?? this.counter + 1;
    const flags = how.isVerified === false ? USER_PRESENT : USER_PRESENT | USER_VERIFIED;
    const authenticatorData = this.data(rpId, flags);
    const clientData = this.clientData('webauthn.get', challenge, how.origin ?? this.origin);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(this.key).toString('base64url'),
    });
  }

  private data(rpId: string, flags: number): Buffer {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags);
    tail.writeUInt32BE(this.counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), tail]);
  }

  private clientData(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private answer(response: Readonly<Record<string, unknown>>): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }
}
