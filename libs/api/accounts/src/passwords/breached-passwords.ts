import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, OutgoingRequests, type Config } from '@htsm/api/core';

/** How long somebody waits for the answer of the service, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Asks a service of breached passwords, when one is configured, whether it knows a password. It gets the first five of
 * the forty figures of the SHA-1 and gives every ending it has for them: neither the password nor its hash leaves.
 */
@Injectable()
export class BreachedPasswords {
  private readonly logger = new Logger(BreachedPasswords.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outgoing: OutgoingRequests,
  ) {}

  /** Whether the password is known there; no when the service is not there either, for the own list has been asked. */
  async knows(password: string): Promise<boolean> {
    const { breachedPasswordsUrl } = this.config;
    if (breachedPasswordsUrl === undefined) return false;
    const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
    try {
      const endings = await Promise.race([this.ask(breachedPasswordsUrl + hash.slice(0, 5)), outOfPatience()]);
      return endings.split(/\s+/).some((line) => isOf(line, hash.slice(5)));
    } catch (fault) {
      this.logger.warn(`the service of breached passwords did not answer: ${String(fault)}`);
      return false;
    }
  }

  private async ask(address: string): Promise<string> {
    const answer = await this.outgoing.send(address, { headers: { 'add-padding': 'true' } });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return answer.text();
  }
}

/** A line is an ending and how often it leaked; padding says never. */
function isOf(line: string, ending: string): boolean {
  const [given, count] = line.split(':');
  return given === ending && Number(count) > 0;
}

function outOfPatience(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('too slow')), PATIENCE_MS).unref();
  });
}
