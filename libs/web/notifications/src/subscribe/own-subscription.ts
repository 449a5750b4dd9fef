import { Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { type AccountSubscriptionDto } from '@htsm/contracts';
import {
  ApiClient,
  createAction,
  createForm,
  injectFormats,
  injectText,
  Language,
  readScreen,
  Session,
} from '@htsm/web/core';
import { Button, ErrorSummary, Message, Skeleton, Toasts } from '@htsm/web/ui';
import { ChoiceFields } from '../choices/choice-fields';
import { choiceConstraints, choicesOf, firstChoices, newerVersion } from '../choices/choices';

/** The mails of a signed-in person: active at once, changed and ended here. */
@Component({
  selector: 'htsm-own-subscription',
  imports: [Button, ChoiceFields, ErrorSummary, Message, Skeleton],
  templateUrl: './own-subscription.html',
  styleUrl: '../form.css',
})
export class OwnSubscription {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly email = computed(() => this.session.user()?.email ?? '');
  protected readonly answer = readScreen<AccountSubscriptionDto>(() => '/account/subscription');
  protected readonly subscription = computed(() => this.answer.value()?.subscription ?? null);
  protected readonly isActive = computed(() => this.subscription()?.state === 'active');
  protected readonly form = createForm({
    initial: firstChoices(inject(Language).current()),
    constraints: choiceConstraints('ManageSubscriptionDto'),
  });
  protected readonly ending = createAction();
  private readonly version = computed(() => this.subscription()?.version);
  /** The version that a change is made on: the one read, or a newer one that was in its way. */
  private readonly base = linkedSignal(() => this.version());

  constructor() {
    effect(() => {
      if (this.version() === undefined) return;
      const read = untracked(this.subscription);
      if (read !== null) untracked(() => this.form.reset(choicesOf(read)));
    });
  }

  protected async save(): Promise<void> {
    const version = this.base();
    const saved = await this.form.submit((value) =>
      this.api.put<AccountSubscriptionDto>(
        '/account/subscription',
        version === undefined ? value : { ...value, version },
      ),
    );
    if (saved === undefined) return this.base.update((version) => newerVersion(this.form.problem()) ?? version);
    this.answer.set(saved);
    this.toasts.show(this.t('notifications.own.saved'));
  }

  protected async end(): Promise<void> {
    await this.ending.run(async () =>
      this.answer.set(await this.api.delete<AccountSubscriptionDto>('/account/subscription')),
    );
  }
}
