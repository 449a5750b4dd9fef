import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RankingDto } from '@htsm/contracts';
import { SPREAD_TO_DISCUSS } from '@htsm/domain';
import { injectFormats, injectText } from '@htsm/web/core';
import { numberText } from '../queue/queue-words';

/** The proposals on which the panel should talk, with the criteria it differs on. */
@Component({
  selector: 'htsm-disagreement-list',
  imports: [RouterLink],
  template: `
    <h2>{{ t('reviews.disagreement.title') }}</h2>
    <p>{{ t('reviews.disagreement.what', { points: formats().number(bar, 1) }) }}</p>
    <ul class="lines">
      @for (line of lines(); track line.id) {
        <li>
          <a [routerLink]="['/taskforce/challenges', challengeId(), 'ranking', line.id]">{{ line.name }}</a>:
          {{ line.difference }}
          @if (line.criteria) {
            <span class="words">{{ line.criteria }}</span>
          }
        </li>
      } @empty {
        <li>{{ t('reviews.disagreement.none') }}</li>
      }
    </ul>
  `,
  styleUrl: './report.css',
})
export class DisagreementList {
  readonly challengeId = input.required<string>();
  readonly ranking = input.required<RankingDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly bar = SPREAD_TO_DISCUSS;
  protected readonly lines = computed(() => {
    const { items, criteria, disagreements } = this.ranking();
    const { number } = this.formats();
    const titles = new Map(criteria.map(({ id, title }) => [id, title]));
    const proposals = new Map(items.map((item) => [item.proposalId, item]));
    return disagreements.map(({ proposalId, spread, criteria: wide }) => ({
      id: proposalId,
      name: `${numberText(proposals.get(proposalId)?.number ?? 0)} ${proposals.get(proposalId)?.title ?? ''}`,
      difference: this.t('reviews.ranking.discuss', { points: number(spread, 1) }),
      criteria: this.formats().list(wide.map((one) => `${titles.get(one.criterionId) ?? ''} (${number(one.spread)})`)),
    }));
  });
}
