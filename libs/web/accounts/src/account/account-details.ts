import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { type AccountDto, constraints } from '@htsm/contracts';
import { LOCALES } from '@htsm/domain';
import { ApiClient, createForm, injectText, isLang, Language, Session } from '@htsm/web/core';
import { Button, ConflictChoice, ErrorSummary, RadioGroup, TextField, Toasts } from '@htsm/web/ui';

const limits = constraints['ChangeAccountDto'];

/** Own name and language. */
@Component({
  selector: 'htsm-account-details',
  imports: [Button, ConflictChoice, ErrorSummary, RadioGroup, TextField],
  template: `
    <section class="part" aria-labelledby="details">
      <h2 id="details">{{ t('accounts.account.details') }}</h2>
      <form class="form" (submit)="$event.preventDefault(); save()" novalidate>
        @if (conflict(); as theirs) {
          <htsm-conflict-choice
            [theirs]="[
              { label: t('accounts.field.ownName'), value: theirs.name },
              { label: t('accounts.account.language'), value: t('accounts.language.' + theirs.locale) },
            ]"
            (keepMine)="keepMine(theirs)"
            (takeTheirs)="saved.emit(theirs)"
          />
        } @else {
          <htsm-error-summary [form]="form" />
        }
        <htsm-text-field [htsmField]="form.field('name')" [label]="t('accounts.field.ownName')" autocomplete="name" />
        <htsm-radio-group
          [htsmField]="form.field('locale')"
          [label]="t('accounts.account.language')"
          [hint]="t('accounts.account.languageHint')"
          [options]="languages()"
        />
        <div class="row">
          <button htsm-button type="submit" kind="primary" [busy]="form.isBusy()" [busyText]="t('accounts.saving')">
            {{ t('accounts.account.save') }}
          </button>
        </div>
      </form>
    </section>
  `,
  styleUrl: '../form.css',
})
export class AccountDetails {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly version = signal(1);

  readonly account = input.required<AccountDto>();
  /** The account as the server now has it. */
  readonly saved = output<AccountDto>();

  protected readonly t = injectText();
  protected readonly languages = computed(() =>
    LOCALES.map((value) => ({ value, label: this.t('accounts.language.' + value) })),
  );
  protected readonly form = createForm({
    initial: { name: '', locale: 'nl' },
    constraints: { name: limits.name, locale: limits.locale },
  });
  protected readonly conflict = computed(() => {
    const problem = this.form.problem();
    if (problem?.code !== 'version_conflict') return undefined;
    return problem.body['current'] as AccountDto; // what this route answers with on a conflict
  });

  constructor() {
    effect(() => {
      const { name, locale, version } = this.account();
      this.version.set(version);
      untracked(() => this.form.reset({ name, locale }));
    });
  }

  protected async save(): Promise<void> {
    const changed = await this.form.submit((value) =>
      this.api.patch<AccountDto>('/account', { ...value, version: this.version() }),
    );
    if (changed === undefined) return;
    if (isLang(changed.locale)) await this.language.switchTo(changed.locale);
    await this.session.load();
    this.toasts.show(this.t('accounts.account.saved'));
    this.saved.emit(changed);
  }

  protected async keepMine(theirs: AccountDto): Promise<void> {
    this.version.set(theirs.version);
    await this.save();
  }
}
