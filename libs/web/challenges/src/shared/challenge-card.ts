import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PublicChallengeRowDto } from '@htsm/contracts';
import { injectFormats, injectText, Language, ServerClock } from '@htsm/web/core';
import { StatePill, Tags, TimeLeft, Trl } from '@htsm/web/ui';
import { injectFactWords } from './fact-words';

/** A challenge in a public list: time left, then owner, title and summary, then four facts. The title is the link. */
@Component({
  selector: 'htsm-challenge-card',
  imports: [RouterLink, StatePill, Tags, TimeLeft, Trl],
  template: `
    @let item = challenge();
    <article>
      @if (item.state === 'open') {
        <htsm-time-left [opensAt]="item.openedAt" [closesAt]="item.closesAt" [now]="clock.minute()" />
      } @else {
        <div class="state">
          <htsm-state-pill kind="challenge" [state]="item.state" />
          <p class="when">{{ t('challenges.card.closedOn', { day: formats().shortDate(item.closesAt) }) }}</p>
        </div>
      }
      <div class="text">
        <p class="over">
          <b>{{ item.ownerName }}</b>
          @if (item.programme) {
            <span class="soft">{{ item.programme }}</span>
          }
          @if (item.isDemo) {
            <span class="tag">{{ t('challenges.card.demo') }}</span>
          }
        </p>
        <h3>
          <a [routerLink]="['/challenges', item.slug]" [attr.lang]="foreign()">{{ item.title }}</a>
        </h3>
        <p class="soft" [attr.lang]="foreign()">{{ item.summary }}</p>
        @if (foreign()) {
          <p class="hint">{{ t('challenges.language.only.' + item.language) }}</p>
        }
        <htsm-tags [items]="facts().themes(item.themes)" />
      </div>
      <dl class="mini">
        <div>
          <dt>{{ t('challenges.facts.value') }}</dt>
          <dd>{{ facts().value(item) }}</dd>
        </div>
        <div>
          <dt>{{ t('challenges.facts.time') }}</dt>
          <dd>{{ facts().hours(item) }}</dd>
        </div>
        <div>
          <dt>{{ t('challenges.facts.rights') }}</dt>
          <dd>{{ facts().rights(item) }}</dd>
        </div>
        @if (item.trlFrom !== null && item.trlTo !== null) {
          <div>
            <dt>{{ t('challenges.facts.maturity') }}</dt>
            <dd><htsm-trl [from]="item.trlFrom" [to]="item.trlTo" /></dd>
          </div>
        }
      </dl>
    </article>
  `,
  styleUrl: './challenge-card.css',
})
export class ChallengeCard {
  readonly challenge = input.required<PublicChallengeRowDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly facts = injectFactWords();
  protected readonly clock = inject(ServerClock);
  private readonly language = inject(Language);
  /** Language of the text when it is not the reader's; null otherwise. */
  protected readonly foreign = computed(() => {
    const { language } = this.challenge();
    return language === this.language.current() ? null : language;
  });
}
