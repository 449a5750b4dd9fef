import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MatchableProposalsDto, type MatchDto, type MatchesDto } from '@htsm/contracts';
import { MATCH_STATES } from '@htsm/domain';
import {
  ApiClient,
  createAction,
  describePage,
  injectFormats,
  injectText,
  readScreen,
  ServerClock,
} from '@htsm/web/core';
import { Button, Empty, Message, PageHead, Pill, ReadFailure, SelectField, Skeleton } from '@htsm/web/ui';
import { isCheckInDue } from '../shared/check-in';
import { MatchStatePill } from '../shared/match-state-pill';
import { RecordMatch } from './record-match';
import { ToRecord } from './to-record';

/** All matches, what is still to be recorded, and the form to record it. */
@Component({
  selector: 'htsm-match-list',
  imports: [
    Button,
    Empty,
    MatchStatePill,
    Message,
    PageHead,
    Pill,
    ReadFailure,
    RecordMatch,
    RouterLink,
    SelectField,
    Skeleton,
    ToRecord,
  ],
  templateUrl: './match-list.html',
  styleUrl: './match-list.css',
})
export class MatchList {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);

  /** The awarded proposal to record a match of; none to only look. */
  readonly proposal = input<string>();
  /** Only matches in this state; all when there is none. */
  readonly state = input<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  private readonly asked = computed(() => MATCH_STATES.find((state) => state === this.state()) ?? '');
  private readonly path = computed(() => `/taskforce/matches${this.asked() === '' ? '' : `?state=${this.asked()}`}`);
  protected readonly list = readScreen<MatchesDto>(() => this.path());
  protected readonly candidates = readScreen<MatchableProposalsDto>(() => '/taskforce/matches/candidates');
  protected readonly reading = createAction();
  protected readonly states = computed(() => [
    { value: '', label: this.t('matching.list.allStates') },
    ...MATCH_STATES.map((value) => ({ value, label: this.t('matching.state.' + value) })),
  ]);
  protected readonly chosen = computed(() =>
    this.candidates.value()?.items.find(({ proposalId }) => proposalId === this.proposal()),
  );

  constructor() {
    describePage(() => ({ title: this.t('matching.list.title') }));
  }

  protected isDue(match: MatchDto): boolean {
    return isCheckInDue(match, this.clock.minute());
  }

  protected async chooseState(state: string): Promise<void> {
    await this.router.navigate(['/taskforce/matches'], { queryParams: state === '' ? {} : { state } });
  }

  protected async readMore(): Promise<void> {
    const known = this.list.value();
    if (known === undefined || known.next === null) return;
    const [path, cursor] = [this.path(), known.next];
    await this.reading.run(async () => {
      const page = await this.api.get<MatchesDto>(path, { query: { cursor } });
      if (path === this.path()) this.list.set({ ...page, items: [...known.items, ...page.items] });
    });
  }
}
