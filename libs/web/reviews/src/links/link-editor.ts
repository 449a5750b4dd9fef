import { afterNextRender, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { type LinkDto } from '@htsm/contracts';
import { LINK_KINDS } from '@htsm/domain';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, SelectField, TextField } from '@htsm/web/ui';
import { EMPTY_LINK, fromLinkForm, linkLimits, type LinkForm, toLinkForm } from './link-form';

/** Writes what binds the reader to an organisation. Where it changed meanwhile, what is there now is shown first. */
@Component({
  selector: 'htsm-link-editor',
  imports: [Button, ErrorSummary, SelectField, TextField],
  template: `
    <form (submit)="$event.preventDefault(); save()" (keydown.escape)="cancelled.emit()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-select [htsmField]="form.field('kind')" [label]="t('reviews.links.kind')" [options]="kinds()" />
      <htsm-text-field
        [htsmField]="form.field('organisationName')"
        [label]="t('reviews.links.name')"
        autocomplete="organization"
      />
      <htsm-text-field
        [htsmField]="form.field('kvkNumber')"
        [label]="t('reviews.links.kvk')"
        [hint]="t('reviews.links.kvkHint')"
        inputMode="numeric"
        isOptional
      />
      <htsm-text-field
        [htsmField]="form.field('mailDomain')"
        [label]="t('reviews.links.domain')"
        [hint]="t('reviews.links.domainHint')"
        isOptional
      />
      <htsm-text-field
        type="date"
        [htsmField]="form.field('endedOn')"
        [label]="t('reviews.links.ended')"
        [hint]="t('reviews.links.endedHint')"
        isOptional
      />
      <p class="row">
        <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.links.busy')">
          {{ t('reviews.links.save') }}
        </button>
        <button htsm-button kind="plain" type="button" (click)="cancelled.emit()">
          {{ t('reviews.links.cancel') }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../shared/act-form.css',
})
export class LinkEditor {
  private readonly api = inject(ApiClient);

  /** What is being changed; nothing for a new link. */
  readonly link = input<LinkDto>();
  readonly saved = output();
  readonly cancelled = output();

  protected readonly t = injectText();
  protected readonly kinds = computed(() =>
    LINK_KINDS.map((value) => ({ value, label: this.t(`reviews.links.kinds.${value}`) })),
  );
  protected readonly form = createForm<LinkForm>({ initial: EMPTY_LINK, constraints: linkLimits });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      const known = this.link();
      if (known !== undefined) this.form.reset(toLinkForm(known));
      host.querySelector('select')?.focus();
    });
  }

  protected async save(): Promise<void> {
    const known = this.link();
    const saved = await this.form.submit((form) =>
      known === undefined
        ? this.api.post<LinkDto>('/my/links', fromLinkForm(form))
        : this.api.put<LinkDto>(`/my/links/${known.id}`, { ...fromLinkForm(form), version: known.version }),
    );
    if (saved !== undefined) this.saved.emit();
  }
}
