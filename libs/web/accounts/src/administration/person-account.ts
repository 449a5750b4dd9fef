import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { type PersonDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText, Session } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary, Toasts } from '@htsm/web/ui';

/** What an administrator may switch on an account. */
type Switch = 'disable' | 'enable' | 'clear';

/** Switching one account off and on, and clearing second steps that were lost. */
@Component({
  selector: 'htsm-person-account',
  imports: [Button, Confirm, ErrorSummary],
  template: `
    <htsm-error-summary [form]="form" />
    <div class="row">
      @if (isOwn()) {
        <span class="soft">{{ t('accounts.people.own') }}</span>
      } @else {
        <button htsm-button type="button" kind="second" [isSmall]="true" (click)="run(toggle())">
          {{ t('accounts.people.' + toggle()) }}<span class="sr"> {{ person().name }}</span>
        </button>
        <button htsm-button type="button" kind="plain" [isSmall]="true" (click)="run('clear')">
          {{ t('accounts.people.clear') }}<span class="sr"> {{ person().name }}</span>
        </button>
      }
    </div>
    <htsm-confirm
      [heading]="t('accounts.people.' + asked() + 'Sure', { name: person().name })"
      [confirmText]="t('accounts.people.' + asked())"
      [kind]="asked() === 'enable' ? 'primary' : 'risk'"
      >{{ t('accounts.people.' + asked() + 'Text') }}</htsm-confirm
    >
  `,
})
export class PersonAccount {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  readonly person = input.required<PersonDto>();
  /** The person as the account now is. */
  readonly changed = output<PersonDto>();

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: {} });
  protected readonly asked = signal<Switch>('disable');
  protected readonly isOwn = computed(() => this.person().id === this.session.user()?.id);
  protected readonly toggle = computed<Switch>(() => (this.person().isDisabled ? 'enable' : 'disable'));

  /** Asks first; the mail to the person is the server's work. */
  protected async run(change: Switch): Promise<void> {
    this.asked.set(change);
    if (!(await this.sure().ask())) return;
    const path = `/administration/people/${this.person().id}`;
    const done = await this.form.submit(async () => {
      if (change === 'disable') await this.api.put(`${path}/disabled`, {});
      else await this.api.delete(change === 'enable' ? `${path}/disabled` : `${path}/second-factors`);
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.people.' + change + 'Done', { name: this.person().name }));
    if (change !== 'clear') this.changed.emit({ ...this.person(), isDisabled: change === 'disable' });
  }
}
