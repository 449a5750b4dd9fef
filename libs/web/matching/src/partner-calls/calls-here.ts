import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PartnerCallsDto } from '@htsm/contracts';
import { injectText, readScreen } from '@htsm/web/core';
import { ReadFailure, Toasts } from '@htsm/web/ui';
import { AnswerCall } from './answer-call';
import { PartnerCallCard } from './partner-call-card';
import { PlaceCall } from './place-call';

/** Who looks for partners for a challenge, and an own call. */
@Component({
  selector: 'htsm-calls-here',
  imports: [AnswerCall, PartnerCallCard, PlaceCall, ReadFailure, RouterLink],
  template: `
    <section aria-labelledby="calls-head">
      <h2 id="calls-head">{{ t('matching.calls.here') }}</h2>
      <p class="soft">{{ t('matching.calls.hereText') }}</p>
      @if (page.problem(); as problem) {
        <htsm-read-failure [problem]="problem" (again)="page.reload()" />
      }
      @if (page.value(); as it) {
        @for (call of it.items; track call.id) {
          <htsm-partner-call-card [call]="call">
            @if (call.isOwn) {
              <p>
                <a routerLink="/my/partner-calls">{{ t('matching.calls.toMine') }}</a>
              </p>
            } @else {
              <htsm-answer-call [call]="call" (done)="said('matching.calls.sent')" />
            }
          </htsm-partner-call-card>
        } @empty {
          <p class="soft">{{ t('matching.calls.hereNone') }}</p>
        }
        @if (!hasOwn()) {
          <htsm-place-call [slug]="slug()" (done)="said('matching.calls.place.done')" />
        }
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
      margin-block-start: var(--space-6);
    }
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
    h2 {
      font-size: var(--text-lg);
    }
  `,
})
export class CallsHere {
  private readonly toasts = inject(Toasts);

  /** Of the challenge. */
  readonly slug = input.required<string>();

  protected readonly t = injectText();
  protected readonly page = readScreen<PartnerCallsDto>(
    () => `/challenges/${encodeURIComponent(this.slug())}/partner-calls`,
  );
  protected readonly hasOwn = computed(() => (this.page.value()?.items ?? []).some(({ isOwn }) => isOwn));

  protected said(key: string): void {
    this.toasts.show(this.t(key));
    this.page.reload();
  }
}
