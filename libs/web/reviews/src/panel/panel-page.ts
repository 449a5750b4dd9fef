import { Component, inject, input } from '@angular/core';
import { type ChallengeConflictsDto, type WaiverDto } from '@htsm/contracts';
import { ApiClient, createAction, describePage, injectFormats, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, Pill, ReadFailure, Skeleton, Toasts } from '@htsm/web/ui';
import { ChallengeNav } from '../shared/challenge-nav';
import { ProblemMessage } from '../shared/problem-message';
import { CheckAddress } from './check-address';
import { ConflictYears } from './conflict-years';
import { FormPanel } from './form-panel';
import { InvitedExperts } from './invited-experts';
import { PanelPerson } from './panel-person';

/** The review panel and what binds it to those who take part in a challenge, before anybody is asked to judge. */
@Component({
  selector: 'htsm-panel-page',
  imports: [
    ...[
      Button,
      ChallengeNav,
      CheckAddress,
      ConflictYears,
      Empty,
      FormPanel,
      InvitedExperts,
      NotFound,
      PageHead,
      PanelPerson,
    ],
    ...[Pill, ProblemMessage, ReadFailure, Skeleton],
  ],
  templateUrl: './panel-page.html',
  styleUrl: './panel-page.css',
})
export class PanelPage {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<ChallengeConflictsDto>(() => `/taskforce/challenges/${this.id()}/conflicts`);
  protected readonly acting = createAction();

  constructor() {
    describePage(() => ({ title: this.t('reviews.panel.title') }));
  }

  protected take(words: string): void {
    this.toasts.show(words);
    this.page.reload();
  }

  protected async end(waiver: WaiverDto): Promise<void> {
    const isDone = await this.acting.run(() => this.api.post(`/taskforce/waivers/${waiver.id}/end`));
    if (isDone) this.toasts.show(this.t('reviews.panel.ended'));
    this.page.reload();
  }
}
