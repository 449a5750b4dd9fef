import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { ANONYMOUS, Database, NotFound, readCursor, toPage, type Actor, type Tx } from '@htsm/api/core';
import type {
  PublicChallengeDto,
  PublicChallengeRowDto,
  PublicChallengesDto,
  PublicChallengesQueryDto,
} from '../dto/public-challenge.dto';
import {
  PAGE_SIZE,
  PublicListRepository,
  TOTAL_CAP,
  type ListQuestion,
  type ListRow,
  type MatchMode,
} from './public-list.repository';
import { PublicPageRepository } from './public-page.repository';
import { publicPage } from './public-page.mapper';
import { readSearch } from './search-words';

/** What everyone may read: the list and the page of a challenge. */
@Injectable()
export class PublicChallenges {
  constructor(
    private readonly database: Database,
    private readonly list: PublicListRepository,
    private readonly pages: PublicPageRepository,
  ) {}

  /** Gives a page of the list, the same for everyone; looks for look-alikes when nothing fits the words. */
  findChallenges(query: PublicChallengesQueryDto, locale: Locale): Promise<PublicChallengesDto> {
    const asked = question(query, locale);
    return this.database.as(ANONYMOUS, async (tx) => {
      const { rows, used } = await this.rowsOf(tx, asked);
      const { total, facets, now } = await this.list.counts(tx, used);
      const page = toPage(rows, PAGE_SIZE, listItem, (row) => [used.mode, row.sortKey, row.id]);
      return {
        items: page.items,
        next: page.next,
        total: Math.min(total, TOTAL_CAP),
        totalIsCapped: total > TOTAL_CAP,
        facets,
        isApproximate: used.mode === 'near',
        now,
      };
    });
  }

  /** Gives the public page; throws NotFound for every challenge that is not public. */
  async readChallenge(actor: Actor, slug: string, locale: Locale): Promise<PublicChallengeDto> {
    const row = await this.database.as(actor, (tx) => this.pages.bySlug(tx, slug));
    if (row === null) throw new NotFound();
    return publicPage(row, locale);
  }

  private async rowsOf(tx: Tx, asked: ListQuestion): Promise<{ rows: ListRow[]; used: ListQuestion }> {
    const rows = await this.list.page(tx, asked);
    const isExhausted = rows.length > 0 || asked.after !== null || asked.search === null;
    if (isExhausted) return { rows, used: asked };
    const near: ListQuestion = { ...asked, mode: 'near' };
    const found = await this.list.page(tx, near);
    return found.length > 0 ? { rows: found, used: near } : { rows: [], used: asked };
  }
}

function question(query: PublicChallengesQueryDto, locale: Locale): ListQuestion {
  const search = readSearch(query.q);
  const states = query.state ?? [];
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, 3);
  return {
    locale,
    search,
    mode: cursor?.[0] === 'near' ? 'near' : ('text' satisfies MatchMode),
    themes: query.theme ?? [],
    regions: query.region ?? [],
    states: states.length === 0 ? ['open'] : states,
    sort: query.sort ?? (search === null ? 'closing' : 'relevance'),
    after: cursor === null ? null : [cursor[1] ?? '', String(cursor[2])],
  };
}

function listItem(row: ListRow): PublicChallengeRowDto {
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    ownerName: row.ownerName,
    programme: row.programme,
    language: row.language,
    title: row.title,
    summary: row.summary,
    themes: row.themes,
    capabilities: row.capabilities,
    region: row.region,
    budgetEur: row.budgetEur,
    noBudgetReason: row.noBudgetReason,
    ipRegime: row.ipRegime,
    hoursAsked: row.hoursAsked,
    trlFrom: row.trlFrom,
    trlTo: row.trlTo,
    openedAt: row.openedAt,
    closesAt: row.closesAt,
    isDemo: row.isDemo,
  };
}
