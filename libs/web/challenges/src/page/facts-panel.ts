import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PublicChallengeDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText, Language, Lists, ServerClock, Session } from '@htsm/web/core';
import { Button, Message, TimeLeft, Trl } from '@htsm/web/ui';
import { FollowChallenge } from './follow-challenge';
import { injectFactWords } from '../shared/fact-words';

/** The panel beside a challenge: the deadline first, then what to do, then the facts. */
@Component({
  selector: 'htsm-facts-panel',
  imports: [Button, FollowChallenge, Message, RouterLink, TimeLeft, Trl],
  template: `
    @let item = challenge();
    <aside class="panel top-rule" [attr.aria-label]="t('challenges.page.join')">
      @if (isOpen()) {
        <htsm-time-left [opensAt]="item.openedAt" [closesAt]="item.closesAt" [now]="clock.now()" [hasMoment]="false" />
        <p class="moment">
          <b
            ><time [attr.datetime]="item.closesAt"
              >{{ formats().day(item.closesAt) }}, {{ formats().time(item.closesAt) }}</time
            ></b
          >
          <span class="soft">{{ t('challenges.page.zone') }} {{ formats().offset(item.closesAt) }}</span>
          <a class="calendar" [href]="calendar()" type="text/calendar" download>{{ t('challenges.page.calendar') }}</a>
        </p>
        @if (session.isProposer()) {
          <a
            htsm-button
            kind="primary"
            isFull
            routerLink="/my/proposals/new"
            [queryParams]="{ challenge: item.slug }"
            >{{ t('challenges.page.write') }}</a
          >
          <p class="team">
            <a [routerLink]="['/my/teams', item.slug]">{{ t('challenges.page.team') }}</a>
          </p>
        } @else if (!session.isSignedIn()) {
          <a
            htsm-button
            kind="primary"
            isFull
            routerLink="/sign-in"
            [queryParams]="{ next: '/my/proposals/new?challenge=' + item.slug }"
            >{{ t('challenges.page.signIn') }}</a
          >
          <p class="hint">
            {{ t('challenges.page.newHere') }} <a routerLink="/register">{{ t('challenges.page.register') }}</a>
          </p>
        }
        @if (session.isSignedIn()) {
          <htsm-follow-challenge [slug]="item.slug" />
        }
        <p class="hint">{{ t('challenges.page.inTime') }}</p>
        <p class="hint">{{ t('challenges.page.sealed') }}</p>
      } @else {
        <htsm-message
          [tone]="state() === 'cancelled' ? 'stop' : 'wait'"
          [heading]="t('challenges.page.afterHead.' + state())"
        >
          {{ item.cancelReason ?? t('challenges.page.afterText.' + state()) }}
        </htsm-message>
        <p class="moment soft">{{ t('challenges.page.closedAt', { moment: formats().moment(item.closesAt) }) }}</p>
        <a htsm-button isFull routerLink="/challenges">{{ t('challenges.page.others') }}</a>
      }
      <dl class="facts">
        @if (item.answerDays; as answered) {
          <div>
            <dt>{{ t('challenges.facts.answer', { owner: item.ownerName }) }}</dt>
            <dd>
              {{ plural('challenges.facts.answerDays', answered.days) }}
              <small>{{ plural('challenges.facts.answeredChallenges', answered.challenges) }}</small>
            </dd>
          </div>
        }
        <div>
          <dt>{{ t('challenges.facts.value') }}</dt>
          <dd>
            {{ facts().value(item) }}
            @if (item.budgetEur === null && item.noBudgetReason) {
              <small>{{ item.noBudgetReason }}</small>
            }
          </dd>
        </div>
        <div>
          <dt>{{ t('challenges.facts.time') }}</dt>
          <dd>
            {{ facts().hours(item) }} <small>{{ t('challenges.facts.timeFor') }}</small>
          </dd>
        </div>
        <div>
          <dt>{{ t('challenges.facts.rights') }}</dt>
          <dd>
            {{ facts().rights(item) }}
            @if (item.ipRegime; as regime) {
              <small>{{ t('challenges.ipMeaning.' + regime) }}</small>
            }
          </dd>
        </div>
        @if (item.trlFrom !== null && item.trlTo !== null) {
          <div>
            <dt>{{ t('challenges.facts.maturity') }}</dt>
            <dd><htsm-trl [from]="item.trlFrom" [to]="item.trlTo" /></dd>
          </div>
        }
        <div>
          <dt>{{ t('challenges.facts.where') }}</dt>
          <dd>{{ facts().region(item) }}</dd>
        </div>
        <div>
          <dt>{{ t('challenges.facts.decider') }}</dt>
          <dd>{{ item.decider }}</dd>
        </div>
        @if (item.isBlind) {
          <div>
            <dt>{{ t('challenges.facts.judging') }}</dt>
            <dd>{{ t('challenges.facts.blind') }}</dd>
          </div>
        }
        @if (item.contactName) {
          <div>
            <dt>{{ t('challenges.facts.contact') }}</dt>
            <dd>
              {{ item.contactName }}
              @if (item.contactEmail; as email) {
                <small
                  ><a [href]="'mailto:' + email">{{ email }}</a></small
                >
              }
            </dd>
          </div>
        }
        @if (item.partners) {
          <div>
            <dt>{{ t('challenges.facts.partners') }}</dt>
            <dd>{{ item.partners }}</dd>
          </div>
        }
      </dl>
      <section class="stay" aria-labelledby="stay">
        <h2 id="stay">{{ t('challenges.page.stay.head') }}</h2>
        <ul>
          <li>
            <a routerLink="/subscribe" [queryParams]="{ owner: item.ownerId, ownerName: item.ownerName }">{{
              t('challenges.page.stay.owner', { name: item.ownerName })
            }}</a>
          </li>
          @for (theme of themes(); track theme.code) {
            <li>
              <a routerLink="/subscribe" [queryParams]="{ theme: theme.code }">{{
                t('challenges.page.stay.theme', { theme: theme.word })
              }}</a>
            </li>
          }
        </ul>
      </section>
    </aside>
  `,
  styles: `
    .team {
      padding-block: var(--space-2);
    }
    :host {
      display: block;
    }
    .moment {
      padding-block: var(--space-2) var(--space-4);
      font-size: var(--text-sm);
    }
    .moment b {
      display: block;
      font-size: var(--text-md);
    }
    .hint {
      margin-block-start: var(--space-2);
    }
    .calendar {
      display: inline-flex;
      align-items: center;
      min-height: 1.75rem;
    }
    .facts,
    .stay {
      margin-block-start: var(--space-4);
    }
    .stay h2 {
      font-size: var(--text-md);
    }
    .stay ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .stay a {
      display: inline-flex;
      align-items: center;
      min-height: 1.75rem;
    }
  `,
})
export class FactsPanel {
  readonly challenge = input.required<PublicChallengeDto>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly facts = injectFactWords();
  protected readonly clock = inject(ServerClock);
  protected readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly lists = inject(Lists);
  protected readonly calendar = computed(
    () => `/api/feeds/challenges/${this.challenge().slug}/closing.ics?lang=${this.language.current()}`,
  );
  /** By the clock: the page closes itself at the instant, without a new request. */
  protected readonly isOpen = computed(() => {
    const { state, closesAt } = this.challenge();
    return state === 'open' && this.clock.now() < Date.parse(closesAt);
  });
  /** The themes that can be followed, in words. */
  protected readonly themes = computed(() =>
    this.challenge().themes.map((code) => ({ code, word: this.lists.word('theme', code) })),
  );
  protected readonly state = computed(() => {
    const { state } = this.challenge();
    return state === 'open' && !this.isOpen() ? 'evaluating' : state;
  });
}
