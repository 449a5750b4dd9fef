import { Injectable } from '@nestjs/common';
import { FAIRNESS, fairOrder, type PlacedBy } from '@htsm/domain/matching';
import type { Tx } from '@htsm/api/core';

/** Who looks at a list; more of the reader is not kept. */
export type ListReader = 'owner' | 'taskforce';

/** Somebody in a list, and why it has its place. */
export interface Placement<Item> {
  readonly item: Item;
  readonly by: PlacedBy;
}

/** What a list is ordered by. */
interface Ranked {
  readonly organisationId: string;
  readonly score: number;
}

/** Orders lists of SMEs so that near equals take turns and newcomers are seen, and keeps who was shown where. */
@Injectable()
export class FairLists {
  /** Orders what is shown of a challenge, and says why each has its place. */
  async order<Item extends Ranked>(tx: Tx, challengeId: string, items: readonly Item[]): Promise<Placement<Item>[]> {
    const rows = await tx.rows<{ id: string; exposure: number; isNew: boolean }>(
      'SELECT organisation_id AS id, exposure, is_new AS "isNew" FROM exposure_for($1, $2)',
      [challengeId, FAIRNESS.days],
    );
    const received = new Map(rows.map((row) => [row.id, row]));
    const exposed = items.map((item) => {
      const { exposure = 0, isNew = false } = received.get(item.organisationId) ?? {};
      return { id: item.organisationId, score: item.score, exposure, isNew, item };
    });
    return fairOrder(exposed).map(({ item: { item }, by }) => ({ item, by }));
  }

  /** Keeps who was shown, in the order of the list; a second look on the same day adds nothing. */
  async note(tx: Tx, challengeId: string, reader: ListReader, shown: readonly Ranked[]): Promise<void> {
    const ids = shown.map(({ organisationId }) => organisationId);
    await tx.run('SELECT note_impressions($1, $2, $3)', [challengeId, reader, ids]);
  }
}
