import { Component, inject, input, output, signal } from '@angular/core';
import { type FoundSmeDto, type FoundSmesDto, type MatchBoardDto } from '@htsm/contracts';
import { ApiClient, createAction, injectText } from '@htsm/web/core';
import { Button, Message, TextField } from '@htsm/web/ui';

/** Puts an SME on the board that the ranking did not find. */
@Component({
  selector: 'htsm-add-sme',
  imports: [Button, Message, TextField],
  template: `
    <details>
      <summary>{{ t('matching.board.add.head') }}</summary>
      <form class="stack" (submit)="$event.preventDefault(); search()" novalidate>
        <htsm-text-field
          name="sme-name"
          [label]="t('matching.board.add.label')"
          [hint]="t('matching.board.add.hint')"
          [(value)]="letters"
        />
        <p class="row">
          <button htsm-button type="submit" [busy]="searching.isBusy()" [busyText]="t('matching.reading')">
            {{ t('matching.board.add.search') }}
          </button>
        </p>
      </form>
      @if (searching.problem() ?? adding.problem(); as problem) {
        <htsm-message tone="stop" [heading]="problem.title" isAlert>{{ problem.detail }}</htsm-message>
      }
      <div aria-live="polite">
        @if (found(); as smes) {
          <ul class="found">
            @for (sme of smes; track sme.organisationId) {
              <li>
                <span
                  ><b>{{ sme.organisationName }}</b> <span class="soft">{{ sme.city }}</span></span
                >
                <button htsm-button isSmall type="button" [busy]="adding.isBusy()" (click)="add(sme)">
                  {{ t('matching.board.add.go') }}<span class="sr">: {{ sme.organisationName }}</span>
                </button>
              </li>
            } @empty {
              <li class="soft">{{ t('matching.board.add.none') }}</li>
            }
          </ul>
        }
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
    }
    summary {
      padding-block: var(--space-2);
    }
    form {
      max-width: 34rem;
    }
    .found {
      max-width: 46rem;
      margin-block-start: var(--space-3);
    }
    .found li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
      padding-block: var(--space-2);
      border-block-start: var(--rule) solid var(--line);
    }
  `,
})
export class AddSme {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  readonly done = output<MatchBoardDto>();

  protected readonly t = injectText();
  protected readonly searching = createAction();
  protected readonly adding = createAction();
  protected readonly letters = signal('');
  protected readonly found = signal<readonly FoundSmeDto[] | null>(null);

  protected async search(): Promise<void> {
    await this.searching.run(async () => {
      const path = `/taskforce/challenges/${this.challengeId()}/addable`;
      const { items } = await this.api.get<FoundSmesDto>(path, { query: { q: this.letters().trim() } });
      this.found.set(items);
    });
  }

  protected async add({ organisationId }: FoundSmeDto): Promise<void> {
    await this.adding.run(async () => {
      const path = `/taskforce/challenges/${this.challengeId()}/suggestions`;
      const board = await this.api.post<MatchBoardDto>(path, { organisationId, act: 'add', reason: '' });
      this.found.update((found) => found?.filter((one) => one.organisationId !== organisationId) ?? null);
      this.done.emit(board);
    });
  }
}
