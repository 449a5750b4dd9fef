import { Component, input } from '@angular/core';
import { type OnTheWayListDto } from '@htsm/contracts';
import { injectFormats, injectText, readScreen } from '@htsm/web/core';
import { ReadFailure } from '@htsm/web/ui';
import { AppointmentCard } from '../appointments/appointment-card';
import { SuggestionPill } from '../board/suggestion-pill';

/** The SMEs that the taskforce invited or introduced, for the owner of the challenge; nothing when there are none. */
@Component({
  selector: 'htsm-on-the-way',
  imports: [AppointmentCard, ReadFailure, SuggestionPill],
  template: `
    @if (page.problem(); as problem) {
      <htsm-read-failure [problem]="problem" (again)="page.reload()" />
    }
    @if (page.value(); as it) {
      @if (it.items.length > 0) {
        <section class="panel top-rule" aria-labelledby="way-head">
          <h2 id="way-head">{{ t('matching.onTheWay.head') }}</h2>
          <p class="soft">{{ t('matching.onTheWay.text') }}</p>
          <ul>
            @for (item of it.items; track item.id) {
              <li>
                <div>
                  <p>
                    <b>{{ item.organisationName }}</b>
                  </p>
                  @if (item.outcome; as outcome) {
                    <p class="soft">
                      {{ t('matching.board.outcome.of.' + outcome.kind) }}, {{ formats().day(outcome.on) }}.
                      {{ outcome.words }}
                    </p>
                  }
                </div>
                <p class="soft num">
                  <htsm-suggestion-pill [state]="item.state" /> {{ formats().shortDate(item.since) }}
                </p>
                @if (item.state === 'introduced' || item.state === 'agreed') {
                  <htsm-appointment class="whole" [id]="item.id" [level]="3" />
                }
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styleUrl: '../shared/short-list.css',
  styles: `
    .whole {
      flex: 1 0 100%;
      min-width: 0;
    }
  `,
})
export class OnTheWay {
  /** Of the challenge. */
  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<OnTheWayListDto>(() => `/my/challenges/${this.id()}/suggestions`);
}
