import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type AssignedDto } from '@htsm/contracts';
import { ApiClient, createAction, createForm, injectText, Problem } from '@htsm/web/core';
import { TextArea } from '@htsm/web/ui';
import { GiveTasks } from './give-tasks';

/** Gives tasks from the lines of a spreadsheet; what is wrong is named line by line, and nothing is given then. */
@Component({
  selector: 'htsm-import-tasks',
  imports: [GiveTasks, TextArea],
  template: `
    <details>
      <summary>{{ t('reviews.assign.lines.head') }}</summary>
      <form novalidate (submit)="$event.preventDefault(); send()">
        <p class="soft">{{ t('reviews.assign.lines.lead') }}</p>
        <htsm-text-area
          [htsmField]="form.field('csv')"
          [label]="t('reviews.assign.lines.label')"
          [hint]="t('reviews.assign.lines.hint')"
          [rows]="6"
        />
        <htsm-give-tasks
          [now]="now()"
          [problem]="problem()"
          [isBusy]="sending.isBusy()"
          [blocked]="form.value().csv.trim() === '' ? t('reviews.assign.lines.blocked') : ''"
          [(dueAt)]="dueAt"
          >{{ t('reviews.assign.lines.submit') }}</htsm-give-tasks
        >
      </form>
    </details>
  `,
  styles: `
    :host {
      display: block;
      margin-block: var(--space-5);
    }
    summary {
      min-block-size: 2.75rem;
      align-content: center;
      cursor: pointer;
      font-weight: var(--weight-strong);
    }
    form {
      display: grid;
      gap: var(--space-4);
      max-width: 40rem;
      padding-block: var(--space-3);
    }
  `,
})
export class ImportTasks {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  /** The server's clock. */
  readonly now = input.required<string>();
  /** How many tasks are new. */
  readonly given = output<number>();

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: { csv: '' } });
  protected readonly dueAt = signal<string | null>(null);
  protected readonly sending = createAction();
  /** The refusal, each fault with the line that it is about. */
  protected readonly problem = computed(() => {
    const refusal = this.sending.problem();
    if (refusal === null) return null;
    const errors = refusal.errors
      .map((fault) => ({ fault, line: Number(/^lines\.(\d+)\./.exec(fault.path)?.[1] ?? 0) }))
      .sort((one, other) => one.line - other.line)
      .map(({ fault, line }) =>
        line === 0 ? fault : { ...fault, detail: this.t('reviews.assign.lines.line', { line, fault: fault.detail }) },
      );
    return new Problem(refusal.status, { ...refusal.body, errors });
  });

  protected async send(): Promise<void> {
    const dueAt = this.dueAt();
    if (dueAt === null) return;
    await this.sending.run(async () => {
      const path = `/taskforce/challenges/${this.challengeId()}/assignments/lines`;
      const { created } = await this.api.post<AssignedDto>(path, { csv: this.form.value().csv, dueAt });
      this.form.reset({ csv: '' });
      this.given.emit(created);
    });
  }
}
