import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TooManyAttempts } from '../errors/refusal';

/** How many hits a key may make in a window. */
export interface RateLimit {
  readonly purpose: string;
  readonly hits: number;
  readonly windowS: number;
}

/** Counts attempts in the database, so that the limit holds over all API processes; outside the caller's transaction. */
@Injectable()
export class RateLimiter {
  constructor(private readonly source: DataSource) {}

  /** Counts one attempt by `who`; throws TooManyAttempts when the window's hits are used up. */
  async hit(limit: RateLimit, who: string): Promise<void> {
    const [row] = await this.source.query<{ hits: number; left: string }[]>(
      `INSERT INTO rate_limit AS r (key, hits, resets_at) VALUES ($1, 1, htsm_now() + $2 * interval '1 second')
       ON CONFLICT (key) DO UPDATE SET
         hits = CASE WHEN r.resets_at < htsm_now() THEN 1 ELSE r.hits + 1 END,
         resets_at = CASE WHEN r.resets_at < htsm_now() THEN excluded.resets_at ELSE r.resets_at END
       RETURNING hits, ceil(extract(epoch FROM resets_at - htsm_now())) AS left`,
      [keyOf(limit, who), limit.windowS],
    );
    if (row !== undefined && row.hits > limit.hits) throw new TooManyAttempts(Number(row.left));
  }

  /** Forgets the attempts of `who`: somebody who proved who they are did not guess. */
  async forget(limit: RateLimit, who: string): Promise<void> {
    await this.source.query('DELETE FROM rate_limit WHERE key = $1', [keyOf(limit, who)]);
  }
}

function keyOf(limit: RateLimit, who: string): string {
  return createHash('sha256').update(`${limit.purpose}:${who.toLowerCase()}`).digest('base64url');
}
