import { Component, computed, input } from '@angular/core';
import { type DecisionRecordsDto } from '@htsm/contracts';
import { injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Message } from '@htsm/web/ui';

/** Who decided when, and whether the ranking still comes to the same bytes; nothing before the decision. */
@Component({
  selector: 'htsm-decision-record',
  imports: [Message],
  template: `
    @if (page.value()?.record; as it) {
      <htsm-message
        [tone]="isSound() ? 'live' : 'stop'"
        [heading]="t('reviews.decision.head', { moment: formats().moment(it.decidedAt), name: it.decidedBy })"
      >
        <p>{{ t(isSound() ? 'reviews.decision.same' : 'reviews.decision.changed') }}</p>
        <details>
          <summary>{{ t('reviews.decision.fingerprints') }}</summary>
          <dl class="facts">
            <div>
              <dt>{{ t('reviews.decision.basis') }}</dt>
              <dd class="num">{{ it.basisSha256 }}</dd>
            </div>
            <div>
              <dt>{{ t('reviews.decision.ranking') }}</dt>
              <dd class="num">{{ it.rankingSha256 }}</dd>
            </div>
          </dl>
        </details>
      </htsm-message>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host:not(:empty) {
      margin-block-end: var(--space-4);
    }
    summary {
      min-block-size: 2.75rem;
      align-content: center;
      cursor: pointer;
    }
    dd {
      overflow-wrap: anywhere;
    }
  `,
})
export class DecisionRecord {
  readonly challengeId = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<DecisionRecordsDto>(
    () => `/taskforce/challenges/${this.challengeId()}/decision`,
  );
  protected readonly isSound = computed(() => {
    const record = this.page.value()?.record;
    return record?.isUnchanged === true && record.isReproduced;
  });
}
