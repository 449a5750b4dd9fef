import { Component, computed, inject, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { type PublicChallengesDto } from '@htsm/contracts';
import { ApiClient, describePage, injectText, Language, Problem, ServerClock } from '@htsm/web/core';
import { Button, Empty, Message, PageHead, Skeleton } from '@htsm/web/ui';
import { ChallengeCard } from '../shared/challenge-card';

/** What came of earlier challenges: decided and closed ones, newest first. */
@Component({
  selector: 'htsm-results',
  host: { class: 'wrap' },
  imports: [Button, ChallengeCard, Empty, Message, PageHead, RouterLink, Skeleton],
  template: `
    <htsm-page-head [heading]="t('challenges.results.title')" [lead]="t('challenges.results.lead')" />
    <p>
      <a [routerLink]="['/results', year()]">{{ t('challenges.results.figures') }}</a>
    </p>
    @if (problem(); as failed) {
      <htsm-message tone="stop" [heading]="failed.title">{{ failed.detail }}</htsm-message>
    } @else if (found.hasValue()) {
      @let shown = found.value();
      @if (shown.items.length === 0) {
        <htsm-empty [heading]="t('challenges.results.empty.head')">
          {{ t('challenges.results.empty.text') }}
          <a htsm-button routerLink="/challenges" action>{{ t('challenges.results.empty.open') }}</a>
        </htsm-empty>
      } @else {
        <h2 class="sr">{{ t('challenges.results.list') }}</h2>
        <ul class="cards">
          @for (item of shown.items; track item.id) {
            <li><htsm-challenge-card [challenge]="item" /></li>
          }
        </ul>
        @if (shown.next; as next) {
          <p class="next">
            <a htsm-button routerLink="/results" [queryParams]="{ cursor: next }">{{
              t('challenges.results.older')
            }}</a>
          </p>
        }
      }
    } @else {
      <htsm-skeleton [lines]="6" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .cards {
      border-block-start: var(--rule-bold) solid var(--ink);
    }
    .next {
      padding-block-start: var(--space-5);
    }
  `,
})
export class Results {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly t = injectText();
  private readonly clock = inject(ServerClock);
  protected readonly year = computed(() => new Date(this.clock.minute()).getUTCFullYear());
  protected readonly found = resource({
    id: 'challenges.results',
    params: () => ({ cursor: this.params().get('cursor') ?? undefined, language: this.language.current() }),
    loader: ({ params: { cursor } }) =>
      this.api.get<PublicChallengesDto>('/challenges', {
        query: { state: ['decided', 'closed'], sort: 'newest', cursor },
      }),
  });
  protected readonly problem = computed(() => {
    const error = this.found.error();
    return error instanceof Problem ? error : undefined;
  });

  constructor() {
    describePage(() => ({ title: this.t('challenges.results.title'), description: this.t('challenges.results.lead') }));
  }
}
