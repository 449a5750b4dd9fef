import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RecommendationsDto } from '@htsm/contracts';
import { describePage, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Empty, PageHead, Pill, ReadFailure, Skeleton } from '@htsm/web/ui';
import { OnTheWay } from './on-the-way';
import { RecommendationWhy } from './recommendation-why';

/** The SMEs that fit an open challenge and show owners their name, the best first. */
@Component({
  selector: 'htsm-who-fits',
  imports: [Empty, NotFound, OnTheWay, PageHead, Pill, ReadFailure, RecommendationWhy, RouterLink, Skeleton],
  templateUrl: './who-fits.html',
  styleUrl: './recommendations.css',
})
export class WhoFits {
  /** Of the challenge. */
  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly page = readScreen<RecommendationsDto>(() => `/my/challenges/${this.id()}/recommendations`);
  protected readonly title = computed(() => this.page.value()?.items[0]?.challengeTitle ?? '');

  constructor() {
    describePage(() => ({ title: this.t('matching.recommendations.who.title') }));
  }
}
