import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type QueuedChallengeDto, type ReviewQueueDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, Skeleton } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';
import { QueueList } from './queue-list';
import { QueueProgress } from './queue-progress';
import { nextOpen, numberText } from './queue-words';

/** The reviewer's home: what to judge, by when, and how far it is. */
@Component({
  selector: 'htsm-my-reviews',
  imports: [Button, Empty, PageHead, ProblemMessage, QueueList, QueueProgress, RouterLink, Skeleton],
  templateUrl: './my-reviews.html',
  styleUrl: './my-reviews.css',
})
export class MyReviews {
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly numberText = numberText;
  protected readonly queue = readScreen<ReviewQueueDto>(() => '/my/reviews');

  constructor() {
    describePage(() => ({ title: this.t('reviews.queue.title') }));
  }

  protected next(challenge: QueuedChallengeDto): { id: string; number: string } | undefined {
    const item = challenge.state === 'evaluating' ? nextOpen(challenge) : undefined;
    return item === undefined ? undefined : { id: item.assignmentId, number: numberText(item.number) };
  }
}
