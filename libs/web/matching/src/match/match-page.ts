import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MatchPageDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, NotFound, readScreen, ServerClock } from '@htsm/web/core';
import { PageHead, Pill, ReadFailure, Skeleton, WithSide } from '@htsm/web/ui';
import { isCheckInDue } from '../shared/check-in';
import { MatchStatePill } from '../shared/match-state-pill';
import { EditMatch } from './edit-match';
import { MatchNotes } from './match-notes';

/** One match: what was agreed, how far it is, when to ask after it, and the notes of the taskforce. */
@Component({
  selector: 'htsm-match-page',
  imports: [
    EditMatch,
    MatchNotes,
    MatchStatePill,
    NotFound,
    PageHead,
    Pill,
    ReadFailure,
    RouterLink,
    Skeleton,
    WithSide,
  ],
  templateUrl: './match-page.html',
  styleUrl: './match-page.css',
})
export class MatchPage {
  readonly id = input.required<string>();

  private readonly clock = inject(ServerClock);
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly match = readScreen<MatchPageDto>(() => `/taskforce/matches/${this.id()}`);
  protected readonly isDue = computed(() => {
    const match = this.match.value();
    return match !== undefined && isCheckInDue(match, this.clock.minute());
  });

  constructor() {
    describePage(() => ({ title: this.match.value()?.organisationName ?? this.t('matching.list.title') }));
  }

  /** Takes only the notes of an answer: the rest may be newer than what is being edited. */
  protected takeNotes({ notes }: MatchPageDto): void {
    const match = this.match.value();
    if (match !== undefined) this.match.set({ ...match, notes });
  }
}
