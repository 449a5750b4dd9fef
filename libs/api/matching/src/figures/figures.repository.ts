import { Injectable } from '@nestjs/common';
import type { Fact, SuggestionOutcome } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';

/** Something that happened in the year, without who. */
export interface FactRow extends Omit<Fact, 'kind'> {
  readonly kind: Fact['kind'] | 'decisions';
  /** What came of it, of an outcome. */
  readonly came: SuggestionOutcome | null;
  /** From opening on, of a decision. */
  readonly days: number | null;
}

/** The steps of the board in the log, from the first to the last. */
export const FUNNEL_STEPS = {
  suggested: null,
  invited: 'suggestion.invited',
  interested: 'suggestion.accepted',
  introduced: 'suggestion.introduced',
  agreed: 'suggestion.agreed',
  concluded: 'suggestion.concluded',
} as const;
export type FunnelStep = keyof typeof FUNNEL_STEPS;

/** What the log says of a year. */
@Injectable()
export class FiguresRepository {
  /** Gives what happened, oldest first: all of it, or what the actor may see in the log. */
  facts(tx: Tx, year: number, of: 'everybody' | 'actor'): Promise<FactRow[]> {
    const source = of === 'everybody' ? 'published_facts' : 'yearly_facts';
    return tx.rows(`SELECT kind, month, themes, region, came, days FROM ${source}($1)`, [year]);
  }

  /** Gives the years with figures, newest first; this year is always one. */
  async years(tx: Tx): Promise<number[]> {
    const row = await tx.row<{ years: number[] }>('SELECT years_of_figures() AS years');
    return row?.years ?? [];
  }

  /** Counts the SMEs that reached each step of a board in the year, as far as the actor may see. */
  async funnel(tx: Tx, year: number): Promise<Record<FunnelStep, number>> {
    const row = await tx.row<Record<FunnelStep, number>>(
      `SELECT ${Object.entries(FUNNEL_STEPS)
        .map(
          ([step, type]) =>
            `count(DISTINCT subject_id)${type === null ? '' : ` FILTER (WHERE type = '${type}')`}::int AS ${step}`,
        )
        .join(', ')}
       FROM event WHERE subject_type = 'suggestion' AND occurred_at >= make_timestamptz($1, 1, 1, 0, 0, 0, 'Europe/Amsterdam')
         AND occurred_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Europe/Amsterdam')`,
      [year],
    );
    if (row === null) throw new Error('An aggregate gave no row');
    return row;
  }
}
