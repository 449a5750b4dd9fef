import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { type FormedPanelDto, type PanelPersonDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, CheckboxGroup, ErrorSummary, SelectField } from '@htsm/web/ui';

interface PanelForm {
  readonly memberIds: readonly string[];
  readonly chairId: string;
}

/** Names who judges a challenge and who chairs; who has a conflict says so beside the name. */
@Component({
  selector: 'htsm-form-panel',
  imports: [Button, CheckboxGroup, ErrorSummary, SelectField],
  template: `
    <form (submit)="$event.preventDefault(); save()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-checkbox-group
        [htsmField]="form.field('memberIds')"
        [label]="t('reviews.panel.form.members')"
        [hint]="t('reviews.panel.form.membersHint')"
        [options]="choices()"
      />
      <htsm-select
        [htsmField]="form.field('chairId')"
        [label]="t('reviews.panel.form.chair')"
        [options]="chairs()"
        isOptional
      />
      <p>
        <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.links.busy')">
          {{ t('reviews.panel.form.save') }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../shared/act-form.css',
})
export class FormPanel {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  readonly people = input.required<readonly PanelPersonDto[]>();
  readonly panel = input.required<FormedPanelDto>();
  readonly formed = output();

  protected readonly t = injectText();
  protected readonly form = createForm<PanelForm>({
    initial: { memberIds: [], chairId: '' },
    constraints: {},
    check: ({ memberIds }) => ({
      memberIds: memberIds.length === 0 ? this.t('reviews.panel.form.needsMember') : undefined,
    }),
  });
  protected readonly choices = computed(() =>
    this.people().map((person) => ({ value: person.id, label: this.labelOf(person) })),
  );
  protected readonly chairs = computed(() => [
    { value: '', label: this.t('reviews.panel.form.noChair') },
    ...this.people()
      .filter(({ id }) => this.form.value().memberIds.includes(id))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]);

  constructor() {
    effect(() => {
      const { memberIds, chairId } = this.panel();
      untracked(() => this.form.reset({ memberIds, chairId: chairId ?? '' }));
    });
  }

  protected async save(): Promise<void> {
    const formed = await this.form.submit(({ memberIds, chairId }) =>
      this.api.put<FormedPanelDto>(`/taskforce/challenges/${this.challengeId()}/panel`, {
        memberIds,
        chairId: memberIds.includes(chairId) ? chairId : null,
        version: this.panel().version,
      }),
    );
    if (formed !== undefined) this.formed.emit();
  }

  private labelOf({ name, conflicts }: PanelPersonDto): string {
    const counts = conflicts.some(({ waivedUntil }) => waivedUntil === null);
    return counts ? this.t('reviews.panel.form.withConflict', { name }) : name;
  }
}
