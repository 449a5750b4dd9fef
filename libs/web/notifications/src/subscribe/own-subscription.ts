import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type AccountSubscriptionDto, type SubscriptionDto } from '@htsm/contracts';
import { ApiClient, createAction, injectText, Language, Problem, readScreen, Session } from '@htsm/web/core';
import { Button, Message, Skeleton } from '@htsm/web/ui';
import { FIRST_INTEREST, type Interest, newerVersion, quietOf, settingsOf, toRequest } from '../choices/choices';
import { InterestEditor } from '../own/interest-editor';
import { type ChoicesRequest, InterestList } from '../own/interest-list';

const PATH = '/account/subscription';

/** The mails of a signed-in person: active at once, changed and ended here. */
@Component({
  selector: 'htsm-own-subscription',
  imports: [Button, InterestEditor, InterestList, Message, Skeleton],
  templateUrl: './own-subscription.html',
  styleUrl: '../form.css',
})
export class OwnSubscription {
  /** What a new interest starts with. */
  readonly first = input<Interest>(FIRST_INTEREST);
  /** Whether the reader came to save that one. */
  readonly isSaving = input(false);

  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly language = inject(Language);

  protected readonly t = injectText();
  protected readonly email = computed(() => this.session.user()?.email ?? '');
  protected readonly answer = readScreen<AccountSubscriptionDto>(() => PATH);
  protected readonly subscription = computed(() => this.answer.value()?.subscription ?? null);
  protected readonly active = computed<SubscriptionDto | null>(() => {
    const subscription = this.subscription();
    return subscription?.state === 'active' && subscription.interests.length > 0 ? subscription : null;
  });
  protected readonly ending = createAction();
  private readonly version = computed(() => this.subscription()?.version);
  /** The version that a change is made on: the one read, or a newer one that was in its way. */
  private readonly base = linkedSignal(() => this.version());

  protected readonly save = async (choices: ChoicesRequest): Promise<void> => {
    const version = this.base();
    try {
      this.answer.set(
        await this.api.put<AccountSubscriptionDto>(PATH, version === undefined ? choices : { ...choices, version }),
      );
    } catch (error) {
      if (error instanceof Problem) this.base.update((before) => newerVersion(error) ?? before);
      throw error;
    }
  };

  protected readonly start = (interest: Interest): Promise<void> => {
    const settings = settingsOf(this.subscription(), this.language.current());
    return this.save({ locale: settings.locale, quiet: quietOf(settings), interests: [toRequest(interest)] });
  };

  protected async end(): Promise<void> {
    await this.ending.run(async () => this.answer.set(await this.api.delete<AccountSubscriptionDto>(PATH)));
  }
}
