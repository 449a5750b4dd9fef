import { Component, inject, input, output } from '@angular/core';
import { constraints, type AddMatchNoteDto, type MatchPageDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextArea, Toasts } from '@htsm/web/ui';

/** The notes of the taskforce about a match, newest first, and a field for a new one. */
@Component({
  selector: 'htsm-match-notes',
  imports: [Button, ErrorSummary, TextArea],
  template: `
    <section aria-labelledby="notes-head">
      <h2 id="notes-head">{{ t('matching.notes.head') }}</h2>
      <form class="stack" (submit)="$event.preventDefault(); add()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-text-area
          [htsmField]="form.field('text')"
          [label]="t('matching.notes.label')"
          [hint]="t('matching.notes.hint')"
          [sees]="t('matching.notes.sees')"
          [isNarrow]="true"
          [rows]="3"
        />
        <p class="row">
          <button htsm-button type="submit" [busy]="form.isBusy()" [busyText]="t('matching.notes.busy')">
            {{ t('matching.notes.add') }}
          </button>
        </p>
      </form>
      @if (match().notes.length === 0) {
        <p class="none">{{ t('matching.notes.none') }}</p>
      } @else {
        <ol class="notes">
          @for (note of match().notes; track note.id) {
            <li>
              <p class="who">
                <b>{{ note.authorName }}</b> <span class="num">{{ formats().moment(note.createdAt) }}</span>
              </p>
              <p class="text">{{ note.text }}</p>
            </li>
          }
        </ol>
      }
    </section>
  `,
  styleUrl: './match-notes.css',
})
export class MatchNotes {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly match = input.required<MatchPageDto>();
  /** The match with the new note. */
  readonly added = output<MatchPageDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly form = createForm<AddMatchNoteDto>({
    initial: { text: '' },
    constraints: constraints['AddMatchNoteDto'],
  });

  protected async add(): Promise<void> {
    const match = await this.form.submit(({ text }) =>
      this.api.post<MatchPageDto>(`/taskforce/matches/${this.match().id}/notes`, { text: text.trim() }),
    );
    if (match === undefined) return;
    this.form.reset({ text: '' });
    this.toasts.show(this.t('matching.notes.added'));
    this.added.emit(match);
  }
}
