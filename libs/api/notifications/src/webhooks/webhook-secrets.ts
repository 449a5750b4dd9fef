import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, openSecret, sealSecret, type Config } from '@htsm/api/core';
import { newSecret } from './webhook-signature';

/** Secrets of addresses, sealed in the database. */
@Injectable()
export class WebhookSecrets {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'appSecret'>) {}

  /** Makes one: to show once, and to keep. */
  make(): { readonly secret: string; readonly sealed: Buffer } {
    const secret = newSecret();
    return { secret, sealed: sealSecret(this.config.appSecret, 'webhook', secret) };
  }

  open(sealed: Buffer): string {
    return openSecret(this.config.appSecret, 'webhook', sealed);
  }
}
