import type { Tx } from '@htsm/api/core';

/** What happened, not handed out yet. */
export interface WaitingEvent {
  readonly id: string;
  readonly kind: string;
  readonly challengeId: string;
  readonly organisationId: string;
  readonly occurredAt: Date;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Writes the message about an event: what everyone may read of the challenge; null when it is not public. */
export async function webhookPayload(tx: Tx, publicUrl: string, event: WaitingEvent): Promise<string | null> {
  const row = await tx.row<{ data: object }>(
    `SELECT json_build_object('id', id, 'slug', slug, 'url', $2 || '/challenges/' || slug, 'state', state, 'ownerName', owner_name,
       'programme', programme, 'titleNl', title_nl, 'titleEn', title_en, 'summaryNl', summary_nl, 'summaryEn', summary_en,
       'themes', themes, 'capabilities', capabilities, 'region', region, 'budgetEur', budget_eur, 'ipRegime', ip_regime,
       'hoursAsked', hours_asked, 'trlFrom', trl_from, 'trlTo', trl_to, 'openedAt', to_char(opened_at, ${INSTANT}),
       'closesAt', to_char(closes_at, ${INSTANT}), 'isDemo', is_demo) AS data FROM public_challenge WHERE id = $1`,
    [event.challengeId, publicUrl],
  );
  if (row === null) return null;
  return JSON.stringify({ type: event.kind, timestamp: event.occurredAt.toISOString(), data: row.data });
}
