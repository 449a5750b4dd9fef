import { afterNextRender, Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ConflictCardDto, type DeclarationDto, type ReviewDeskDto } from '@htsm/contracts';
import { ApiClient, createAction, injectText } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';
import { ConflictReason } from './conflict-reason';

/** Who proposes to whom, and the question whether the reviewer has an interest; nothing of the content. */
@Component({
  selector: 'htsm-conflict-card',
  imports: [Button, ConflictReason, ProblemMessage, RouterLink],
  template: `
    <article class="panel top-rule stack">
      <h2 [attr.data-arrival]="isArrival() ? '' : null">{{ t('reviews.conflict.question') }}</h2>
      <p>{{ t('reviews.conflict.lead') }}</p>
      @if (desk().isBlind) {
        <p>{{ t('reviews.blind.declare') }}</p>
      }
      <dl class="facts">
        @if (card().proposerName) {
          <div>
            <dt>{{ t('reviews.conflict.proposer') }}</dt>
            <dd>
              {{ card().proposerName }} <small>{{ card().proposerCity }}</small>
            </dd>
          </div>
        }
        <div>
          <dt>{{ t('reviews.conflict.owner') }}</dt>
          <dd>{{ desk().challenge.ownerName }}</dd>
        </div>
        <div>
          <dt>{{ t('reviews.conflict.challenge') }}</dt>
          <dd>{{ desk().challenge.title }}</dd>
        </div>
      </dl>
      <p class="soft">{{ t('reviews.conflict.examples') }}</p>
      <htsm-problem-message [problem]="accepting.problem()" />
      @if (isDeclaring()) {
        <htsm-conflict-reason
          [assignmentId]="desk().assignmentId"
          (declared)="conflicted.emit()"
          (cancelled)="isDeclaring.set(false)"
        />
      } @else {
        <div class="row">
          <button
            htsm-button
            kind="primary"
            type="button"
            [busy]="accepting.isBusy()"
            [busyText]="t('reviews.conflict.accepting')"
            (click)="accept()"
          >
            {{ t('reviews.conflict.none') }}
          </button>
          <button htsm-button kind="second" type="button" (click)="isDeclaring.set(true)">
            {{ t('reviews.conflict.have') }}
          </button>
        </div>
      }
      <p>
        <a [routerLink]="['/challenges', desk().challenge.slug]">{{ t('reviews.conflict.readChallenge') }}</a>
      </p>
    </article>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
  `,
})
export class ConflictCard {
  private readonly api = inject(ApiClient);

  readonly desk = input.required<ReviewDeskDto>();
  readonly card = input.required<ConflictCardDto>();
  /** Whether the question takes focus after a change of page: for who comes from the review before. */
  readonly isArrival = input(false);
  readonly accepted = output();
  readonly conflicted = output();

  protected readonly t = injectText();
  protected readonly isDeclaring = signal(false);
  protected readonly accepting = createAction();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // on a telephone the answers would be below the edge
    afterNextRender(() => {
      if (this.isArrival()) host.scrollIntoView({ block: 'nearest' });
    });
  }

  protected async accept(): Promise<void> {
    const path = `/my/reviews/${this.desk().assignmentId}/declaration`;
    const isDone = await this.accepting.run(() => this.api.post<DeclarationDto>(path, { hasConflict: false }));
    if (isDone) this.accepted.emit();
  }
}
