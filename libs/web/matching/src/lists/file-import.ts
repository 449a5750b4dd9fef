import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type GlossaryPlanDto, type TaxonomyPlanDto } from '@htsm/contracts';
import { ApiClient, createForm, injectPlural, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, FilePicker, Message, Toasts } from '@htsm/web/ui';
import { formatOf, textOf } from './read-list-file';

type Plan = GlossaryPlanDto | TaxonomyPlanDto;

/** Lines of each kind that are shown; a file may have thousands. */
const SHOWN = 100;

/** Chooses a file, shows what it would do line by line, and does it when the reader agrees. */
@Component({
  selector: 'htsm-file-import',
  imports: [Button, ErrorSummary, FilePicker, Message],
  templateUrl: './file-import.html',
  styleUrl: './file-import.css',
})
export class FileImport {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly kind = input.required<'taxonomy' | 'glossary'>();
  /** The list of terms that name none. */
  readonly scheme = input('theme');
  /** The file was taken over. */
  readonly imported = output();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly form = createForm({ initial: {} });
  protected readonly plan = signal<Plan | undefined>(undefined);
  protected readonly fileName = signal('');
  protected readonly accept = computed(() => (this.kind() === 'glossary' ? '.csv' : '.csv,.ttl,.rdf,.xml'));
  protected readonly added = computed(() => this.plan()?.added.slice(0, SHOWN).map(wordsOf) ?? []);
  protected readonly changed = computed(
    () =>
      this.plan()
        ?.changed.slice(0, SHOWN)
        .map(({ before, after }) => ({ before: everything(before), after: everything(after) })) ?? [],
  );
  protected readonly refused = computed(() => this.plan()?.refused.slice(0, SHOWN) ?? []);
  protected readonly isUseful = computed(() => {
    const plan = this.plan();
    return plan !== undefined && plan.added.length + plan.changed.length > 0;
  });
  private body: object = {};

  protected async preview([file]: readonly File[]): Promise<void> {
    if (file === undefined) return;
    this.plan.set(undefined);
    this.fileName.set(file.name);
    const text = await textOf(file);
    this.body = this.kind() === 'glossary' ? { text } : { text, format: formatOf(file.name), scheme: this.scheme() };
    const plan = await this.form.submit(() => this.api.post<Plan>(`${this.path()}/preview`, this.body));
    this.plan.set(plan);
  }

  protected async import(): Promise<void> {
    const plan = this.plan();
    if (plan === undefined) return;
    const done = await this.form.submit(() =>
      this.api.post<object>(this.path(), { ...this.body, version: plan.version }),
    );
    if (done === undefined) return;
    this.toasts.show(this.t('matching.lists.toast.imported', { file: this.fileName() }));
    this.plan.set(undefined);
    this.imported.emit();
  }

  private path(): string {
    return `/administration/${this.kind()}/imports`;
  }
}

function wordsOf({ nl, en }: { readonly nl: string; readonly en: string }): string {
  return `${nl} / ${en}`;
}

/** All words of a term, so that a change of any shows. */
function everything(term: Plan['added'][number]): string {
  return [wordsOf(term), ...term.synonymsNl, ...term.synonymsEn].join(' · ');
}
