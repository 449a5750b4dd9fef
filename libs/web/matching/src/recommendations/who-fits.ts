import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RecommendationsDto } from '@htsm/contracts';
import { describePage, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, Skeleton } from '@htsm/web/ui';
import { ReadFailure } from '../shared/read-failure';
import { OnTheWay } from './on-the-way';
import { RecommendationWhy } from './recommendation-why';

/** The SMEs that fit an open challenge, the best first: for its owner those that show their name, for the taskforce all. */
@Component({
  selector: 'htsm-who-fits',
  imports: [Button, Empty, NotFound, OnTheWay, PageHead, ReadFailure, RecommendationWhy, RouterLink, Skeleton],
  templateUrl: './who-fits.html',
  styleUrl: './recommendations.css',
})
export class WhoFits {
  /** Of the challenge. */
  readonly id = input.required<string>();
  /** First part of the address: whose list it is. */
  readonly side = input.required<'my' | 'taskforce'>();

  protected readonly t = injectText();
  protected readonly page = readScreen<RecommendationsDto>(
    () => `/${this.side()}/challenges/${this.id()}/recommendations`,
  );
  protected readonly title = computed(() => this.page.value()?.items[0]?.challengeTitle ?? '');
  protected readonly lead = computed(() =>
    this.t(this.side() === 'my' ? 'matching.recommendations.who.leadOwner' : 'matching.recommendations.who.lead'),
  );

  constructor() {
    describePage(() => ({ title: this.t('matching.recommendations.who.title') }));
  }
}
