import { Component, input, output } from '@angular/core';
import { type MeetingEventPageDto } from '@htsm/contracts';
import { injectText } from '@htsm/web/core';
import { PartyRow } from './party-row';

/** The parties of an event, each with how much it wants and when it can come. */
@Component({
  selector: 'htsm-party-list',
  imports: [PartyRow],
  template: `
    @if (event().parties.length > 0) {
      <details class="panel">
        <summary>
          <h2>{{ t('meetings.parties.head', { count: event().parties.length }) }}</h2>
        </summary>
        <div class="in">
          <p class="soft">{{ t('meetings.parties.text') }}</p>
          <ul class="rows">
            @for (party of event().parties; track party.id) {
              <li><htsm-party-row [event]="event()" [party]="party" (changed)="changed.emit($event)" /></li>
            }
          </ul>
        </div>
      </details>
    }
  `,
  styleUrl: './section.css',
})
export class PartyList {
  readonly event = input.required<MeetingEventPageDto>();
  readonly changed = output<MeetingEventPageDto>();

  protected readonly t = injectText();
}
