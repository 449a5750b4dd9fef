import { Component, computed, effect, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { constraints, type TaxonomyDto, type TermDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary, SelectField, TextField, Toasts } from '@htsm/web/ui';
import { WordList } from '../profile/word-list';

/** The fields that have to be filled in. */
const { nl, en } = constraints['ChangeTermDto'];

type Step = 'retire' | 'restore' | 'merge';

/** Changes the words of a term, takes it out of what can be chosen, or merges it into another. */
@Component({
  selector: 'htsm-term-editor',
  imports: [Button, Confirm, ErrorSummary, SelectField, TextField, WordList],
  templateUrl: './term-editor.html',
  styleUrl: './term-form.css',
})
export class TermEditor {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  readonly term = input.required<TermDto>();
  /** Terms that this one can be merged into. */
  readonly others = input.required<readonly TermDto[]>();
  readonly version = input.required<number>();
  /** Whether only words can change. */
  readonly isClosed = input.required<boolean>();
  /** The lists as they are after a change. */
  readonly changed = output<TaxonomyDto>();

  protected readonly t = injectText();
  protected readonly form = createForm({
    initial: { nl: '', en: '', synonymsNl: [] as string[], synonymsEn: [] as string[], notation: '' },
    constraints: { nl, en },
  });
  protected readonly steps = createForm({ initial: {} });
  protected readonly into = signal('');
  protected readonly choices = computed(() => this.others().map(({ code, nl }) => ({ value: code, label: nl })));
  protected readonly intoName = computed(() => this.others().find(({ code }) => code === this.into())?.nl ?? '');

  constructor() {
    effect(() => {
      const term = this.term();
      const { synonymsNl, synonymsEn, notation } = term;
      untracked(() => this.form.reset({ nl: term.nl, en: term.en, synonymsNl, synonymsEn, notation }));
    });
  }

  protected async save(): Promise<void> {
    const { scheme, code } = this.term();
    const saved = await this.form.submit((words) =>
      this.api.put<TaxonomyDto>('/administration/taxonomy/terms', { version: this.version(), scheme, code, ...words }),
    );
    if (saved !== undefined) this.tell(saved, 'saved');
  }

  protected async merge(): Promise<void> {
    if (this.into() !== '' && (await this.sure().ask())) await this.step('merge', this.into());
  }

  protected async step(step: Step, into?: string): Promise<void> {
    const { scheme, code } = this.term();
    const body = { version: this.version(), scheme, code, step, ...(into === undefined ? {} : { into }) };
    const saved = await this.steps.submit(() => this.api.post<TaxonomyDto>('/administration/taxonomy/steps', body));
    if (saved !== undefined) this.tell(saved, step);
  }

  private tell(taxonomy: TaxonomyDto, what: Step | 'saved'): void {
    this.toasts.show(this.t(`matching.lists.toast.${what}`, { word: this.form.value().nl }));
    this.changed.emit(taxonomy);
  }
}
