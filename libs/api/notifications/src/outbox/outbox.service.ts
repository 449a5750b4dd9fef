import { Injectable } from '@nestjs/common';
import { Database, NotFound, readCursor, toPage, type UserActor } from '@htsm/api/core';
import { MailRenderer } from '../mail/mail-renderer';
import { MAIL_KINDS } from '../mail/mail-samples';
import {
  MAIL_STATES,
  type MailCountDto,
  type MailPageDto,
  type OutboxOverviewDto,
  type OutboxPageDto,
  type OutboxQueryDto,
} from './outbox.dto';
import { OUTBOX_COLUMNS, STATE_IN_WORDS, STATES_BEHIND, outboxMail, type OutboxRow } from './outbox-rows';
import { showMail, type ShownMail } from './show-mail';

const PAGE_SIZE = 50;
/** How far back the figures look, in days. */
const COUNTED_DAYS = 30;

/** What administrators see of the outbox; mails about sealed proposals are not there. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly renderer: MailRenderer,
  ) {}

  /** Gives a page of the mails that were asked for, newest first. */
  async list(actor: UserActor, { state, kind, to, cursor }: OutboxQueryDto): Promise<OutboxPageDto> {
    const before = cursor === undefined ? [null, null] : readCursor(cursor, 2);
    const states = state === undefined ? null : STATES_BEHIND[state];
    const part = to === undefined || to === '' ? null : `%${to.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<OutboxRow>(
        `SELECT ${OUTBOX_COLUMNS} FROM mail_outbox m
         WHERE ($1::text IS NULL OR m.state = ANY ($2::text[]) AND ${STATE_IN_WORDS} = $1) AND ($3::text IS NULL OR m.kind = $3)
           AND ($4::text IS NULL OR m.to_email::text ILIKE $4)
           AND ($5::timestamptz IS NULL OR (m.created_at, m.id) < ($5, $6::uuid))
         ORDER BY m.created_at DESC, m.id DESC LIMIT $7`,
        [state ?? null, states, kind ?? null, part, ...before, PAGE_SIZE + 1],
      ),
    );
    return toPage(rows, PAGE_SIZE, outboxMail, (row) => [row.sort_key, row.id]);
  }

  /** Gives the figures of the last 30 days, every state named, and the kinds that are on hold, by name. */
  async overview(actor: UserActor): Promise<OutboxOverviewDto> {
    const [counts, held] = await this.database.as(
      actor,
      async (tx) =>
        [
          await tx.rows<MailCountDto>(
            `SELECT ${STATE_IN_WORDS} AS state, count(*)::int AS mails FROM mail_outbox m
         WHERE m.created_at > htsm_now() - $1 * interval '1 day' GROUP BY 1`,
            [COUNTED_DAYS],
          ),
          await tx.rows<{ kind: string; reason: string; created_at: Date }>(
            'SELECT kind, reason, created_at FROM mail_kind_hold ORDER BY kind',
          ),
        ] as const,
    );
    return {
      counts: MAIL_STATES.map((state) => ({ state, mails: counts.find((one) => one.state === state)?.mails ?? 0 })),
      held: held.map(({ kind, reason, created_at }) => ({ kind, reason, heldAt: created_at.toISOString() })),
      kinds: [...MAIL_KINDS],
    };
  }

  /** Gives a mail as it goes out, without what only its reader may know. Throws NotFound. */
  async show(actor: UserActor, id: string): Promise<MailPageDto> {
    const { row, shown, page } = await this.read(actor, id);
    return {
      ...outboxMail(row),
      subject: page.subject,
      text: page.text,
      isVeiled: shown.has_more || page.hidesLinks,
      isLinkLive: shown.is_link_live,
      templateNumber: row.template_number,
    };
  }

  /** Gives the HTML part likewise. Throws NotFound. */
  async page(actor: UserActor, id: string): Promise<string> {
    return (await this.read(actor, id)).page.html;
  }

  private async read(actor: UserActor, id: string) {
    const found = await this.database.as(actor, async (tx) => {
      const row = await tx.row<OutboxRow>(`SELECT ${OUTBOX_COLUMNS} FROM mail_outbox m WHERE m.id = $1`, [id]);
      if (row === null || !MailRenderer.knows(row.kind)) throw new NotFound();
      const marker = this.renderer.marker(row.locale);
      const shown = await tx.row<ShownMail>('SELECT * FROM mail_for_administration($1, $2)', [id, marker]);
      if (shown === null) throw new NotFound();
      return { row, shown };
    });
    return { ...found, page: showMail(this.renderer, found.row, found.shown) };
  }
}
