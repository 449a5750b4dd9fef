import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RecommendationsDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';
import { FittingCalls } from '../partner-calls/fitting-calls';
import { MyInvitations } from '../invitations/my-invitations';
import { RecommendationWhy } from './recommendation-why';

/** The open challenges that fit the reader's own organisation, the best first, each with its reasons. */
@Component({
  selector: 'htsm-my-recommendations',
  imports: [Button, Empty, FittingCalls, MyInvitations, PageHead, ReadFailure, RecommendationWhy, RouterLink, Skeleton],
  templateUrl: './my-recommendations.html',
  styleUrl: './recommendations.css',
})
export class MyRecommendations {
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<RecommendationsDto>(() => '/my/recommendations');

  constructor() {
    describePage(() => ({ title: this.t('matching.recommendations.mine.title') }));
  }
}
