import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CheckInLaneDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';

/** Matches to ask after: the day agreed with the two sides has come. */
@Component({
  selector: 'htsm-check-ins',
  imports: [Button, RouterLink],
  template: `
    <section aria-labelledby="check-ins-head">
      <header>
        <h2 id="check-ins-head">{{ t('taskforce.checkIns.head') }}</h2>
        <a class="all" routerLink="/taskforce/matches">{{ t('taskforce.checkIns.all') }}</a>
      </header>
      @if (lane().items.length === 0) {
        <p class="soft">{{ t('taskforce.checkIns.none') }}</p>
      } @else {
        <p class="soft">{{ plural('taskforce.checkIns.lead', lane().count) }}</p>
        <ul class="due">
          @for (match of lane().items; track match.matchId) {
            <li>
              <p class="what">
                <a [routerLink]="['/taskforce/matches', match.matchId]">{{ match.organisationName }}</a>
                <small>{{ match.challengeTitle }}</small>
              </p>
              <span class="num soft">{{
                t('taskforce.checkIns.day', { day: formats().shortDate(match.nextCheckInOn) })
              }}</span>
              <a htsm-button isSmall [routerLink]="['/taskforce/matches', match.matchId]"
                >{{ t('taskforce.checkIns.open') }}<span class="sr">: {{ match.organisationName }}</span></a
              >
            </li>
          }
        </ul>
      }
    </section>
  `,
  styleUrl: './check-ins.css',
})
export class CheckIns {
  readonly lane = input.required<CheckInLaneDto>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
}
