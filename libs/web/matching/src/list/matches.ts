import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MatchDto, type MatchableProposalsDto, type MatchesDto } from '@htsm/contracts';
import { MATCH_STATES } from '@htsm/domain';
import { ApiClient, createAction, describePage, injectFormats, injectPlural, injectText, readScreen, ServerClock } from '@htsm/web/core';
import { Button, Empty, PageHead, SelectField, Skeleton } from '@htsm/web/ui';
import { MatchPill } from '../shared/match-pill';
import { MatchProblem } from '../shared/problem-message';

/** All matches and their state, and the awarded proposals that have none yet. */
@Component({
  selector: 'htsm-matches',
  imports: [Button, Empty, MatchPill, MatchProblem, PageHead, RouterLink, SelectField, Skeleton],
  templateUrl: './matches.html',
  styleUrl: './matches.css',
})
export class Matches {
  private readonly api = inject(ApiClient);
  private readonly clock = inject(ServerClock);

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly state = signal('');
  private readonly path = computed(() => `/taskforce/matches${this.state() === '' ? '' : `?state=${this.state()}`}`);
  protected readonly first = readScreen<MatchesDto>(this.path);
  protected readonly candidates = readScreen<MatchableProposalsDto>(() => '/taskforce/matches/candidates');
  /** The pages read so far, as one list. */
  protected readonly list = linkedSignal<MatchesDto | undefined>(() => this.first.value());
  protected readonly more = createAction();
  protected readonly options = computed(() => [
    { value: '', label: this.t('matching.list.every') },
    ...MATCH_STATES.map((state) => ({ value: state, label: this.t('matching.state.' + state) })),
  ]);

  constructor() {
    describePage(() => ({ title: this.t('matching.list.title') }));
  }

  /** Whether the check-in of a running match is due. */
  protected isDue(match: MatchDto): boolean {
    const today = new Date(this.clock.minute()).toISOString().slice(0, 10);
    return match.state !== 'ended' && match.nextCheckInOn !== null && match.nextCheckInOn <= today;
  }

  protected async readMore(): Promise<void> {
    const list = this.list();
    if (!list?.next) return;
    const query = { state: this.state(), cursor: list.next };
    await this.more.run(async () => {
      const page = await this.api.get<MatchesDto>('/taskforce/matches', { query });
      this.list.set({ ...page, items: [...list.items, ...page.items] });
    });
  }
}
