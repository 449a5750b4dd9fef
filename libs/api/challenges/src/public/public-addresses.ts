import { Injectable } from '@nestjs/common';
import { ANONYMOUS, Database } from '@htsm/api/core';

/** Addresses in one sitemap; the protocol allows 50,000. */
const MOST_ADDRESSES = 49_000;

/** The page of a public challenge and when it changed. */
export interface PublicAddress {
  readonly slug: string;
  readonly changedAt: Date;
}

/** Lists the pages of public challenges for search engines. */
@Injectable()
export class PublicAddresses {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  list(): Promise<PublicAddress[]> {
    return this.database.as(ANONYMOUS, (tx) =>
      tx.rows<PublicAddress>(
        `SELECT slug, changed_at AS "changedAt" FROM public_challenge ORDER BY changed_at DESC, id LIMIT ${MOST_ADDRESSES}`,
      ),
    );
  }
}
