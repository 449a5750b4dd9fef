import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MatchDto, type MatchesDto } from '@htsm/contracts';
import { ApiClient, createAction, describePage, injectFormats, injectText, readScreen, Session } from '@htsm/web/core';
import { Button, Empty, PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';
import { MatchStatePill } from '../shared/match-state-pill';

/** The matches of the reader's own organisations, on either side, newest first. */
@Component({
  selector: 'htsm-own-matches',
  imports: [Button, Empty, MatchStatePill, PageHead, ReadFailure, RouterLink, Skeleton],
  templateUrl: './own-matches.html',
  styleUrl: './own-matches.css',
})
export class OwnMatches {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<MatchesDto>(() => '/my/matches');
  protected readonly reading = createAction();

  constructor() {
    describePage(() => ({ title: this.t('matching.own.title') }));
  }

  /** Whether the reader is on the side of the proposal, not of the challenge. */
  protected isProposer(match: MatchDto): boolean {
    return (this.session.user()?.organisations ?? []).some(({ id }) => id === match.organisationId);
  }

  protected async readMore(): Promise<void> {
    const known = this.page.value();
    if (known === undefined || known.next === null) return;
    const cursor = known.next;
    await this.reading.run(async () => {
      const page = await this.api.get<MatchesDto>('/my/matches', { query: { cursor } });
      this.page.set({ ...page, items: [...known.items, ...page.items] });
    });
  }
}
