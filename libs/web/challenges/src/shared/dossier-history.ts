import { Component, input } from '@angular/core';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { StatePill } from '@htsm/web/ui';

/** What happened to a challenge, with who, when and why; oldest first. */
@Component({
  selector: 'htsm-dossier-history',
  imports: [StatePill],
  template: `
    @if (history().length === 0) {
      <p class="soft">{{ t('challenges.history.none') }}</p>
    } @else {
      <ol>
        @for (line of history(); track line.occurredAt) {
          <li>
            <p class="row">
              <htsm-state-pill kind="challenge" [state]="line.toState" />
              <span class="soft num"
                ><time [attr.datetime]="line.occurredAt">{{ formats().moment(line.occurredAt) }}</time
                >, {{ line.actorName || t('challenges.history.clock') }}</span
              >
            </p>
            @if (line.reason) {
              <p class="reason">{{ line.reason }}</p>
            }
          </li>
        }
      </ol>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ol {
      padding: 0;
      list-style: none;
      border-block-start: var(--rule) solid var(--line);
    }
    li {
      display: grid;
      gap: var(--space-1);
      padding-block: var(--space-3);
      border-block-end: var(--rule) solid var(--line);
      font-size: var(--text-sm);
    }
    .reason {
      max-width: var(--measure);
      white-space: pre-line;
    }
  `,
})
export class DossierHistory {
  readonly history = input.required<ChallengeDossierDto['history']>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
}
