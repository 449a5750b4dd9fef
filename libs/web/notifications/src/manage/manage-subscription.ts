import { Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SubscriptionDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectLinkToken, injectText, Language, readScreen } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, Skeleton, Toasts } from '@htsm/web/ui';
import { ChoiceFields } from '../choices/choice-fields';
import { choiceConstraints, choicesOf, firstChoices, newerVersion } from '../choices/choices';

const PATH = '/subscriptions/managed';

/** Page `/subscriptions/manage#<token>`: other topics, less mail, or none, without signing in. */
@Component({
  selector: 'htsm-manage-subscription',
  imports: [Button, ChoiceFields, ErrorSummary, Message, PageHead, RouterLink, Skeleton],
  templateUrl: './manage-subscription.html',
  styleUrl: '../form.css',
})
export class ManageSubscription {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  /** Proves whose mails these are. */
  protected readonly token = injectLinkToken();
  protected readonly t = injectText();
  protected readonly answer = readScreen<SubscriptionDto>(
    () => PATH,
    () => ({ token: this.token() }),
  );
  protected readonly form = createForm({
    initial: firstChoices(inject(Language).current()),
    constraints: choiceConstraints('ManageSubscriptionDto'),
  });
  protected readonly isUnreadable = computed(() => this.answer.isMissing() || this.answer.problem()?.status === 422);
  private readonly version = computed(() => this.answer.value()?.version);
  /** The version that a change is made on: the one read, or a newer one that was in its way. */
  private readonly base = linkedSignal(() => this.version());

  constructor() {
    describePage(() => ({ title: this.t('notifications.manage.title') }));
    effect(() => {
      if (this.version() === undefined) return;
      const read = untracked(this.answer.value);
      if (read !== undefined) untracked(() => this.form.reset(choicesOf(read)));
    });
  }

  protected async save(): Promise<void> {
    const saved = await this.form.submit((value) =>
      this.api.put<SubscriptionDto>(PATH, { ...value, token: this.token(), version: this.base() }),
    );
    if (saved === undefined) return this.base.update((version) => newerVersion(this.form.problem()) ?? version);
    this.answer.set(saved);
    this.toasts.show(this.t('notifications.own.saved'));
  }
}
