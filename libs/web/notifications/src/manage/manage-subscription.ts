import { Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { type SubscriptionDto } from '@htsm/contracts';
import {
  ApiClient,
  createAction,
  describePage,
  injectLinkToken,
  injectText,
  Problem,
  readScreen,
} from '@htsm/web/core';
import { Button, Message, PageHead, Skeleton } from '@htsm/web/ui';
import { newerVersion, quietOf, settingsOf, toForm, toRequest } from '../choices/choices';
import { type ChoicesRequest, InterestList } from '../own/interest-list';

const PATH = '/subscriptions/managed';

/** Page `/subscriptions/manage#<token>`: other topics, less mail, or none, without signing in. */
@Component({
  selector: 'htsm-manage-subscription',
  imports: [Button, InterestList, Message, PageHead, RouterLink, Skeleton],
  templateUrl: './manage-subscription.html',
  styleUrl: '../form.css',
})
export class ManageSubscription {
  private readonly api = inject(ApiClient);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap);

  /** Proves whose mails these are. */
  protected readonly token = injectLinkToken();
  /** The interest that a mail led to; empty for none. */
  protected readonly opened = computed(() => this.params()?.get('interest') ?? '');
  protected readonly t = injectText();
  protected readonly answer = readScreen<SubscriptionDto>(
    () => PATH,
    () => ({ token: this.token() }),
  );
  protected readonly returning = createAction();
  protected readonly isUnreadable = computed(() => this.answer.isMissing() || this.answer.problem()?.status === 422);
  private readonly version = computed(() => this.answer.value()?.version);
  /** The version that a change is made on: the one read, or a newer one that was in its way. */
  private readonly base = linkedSignal(() => this.version());

  protected readonly save = async (choices: ChoicesRequest): Promise<void> => {
    try {
      const body = { ...choices, token: this.token(), version: this.base() };
      this.answer.set(await this.api.put<SubscriptionDto>(PATH, body));
    } catch (error) {
      if (error instanceof Problem) this.base.update((before) => newerVersion(error) ?? before);
      throw error;
    }
  };

  constructor() {
    describePage(() => ({ title: this.t('notifications.manage.title') }));
  }

  /** Starts the mails again with the choices of before. */
  protected async comeBack(subscription: SubscriptionDto): Promise<void> {
    const settings = settingsOf(subscription, subscription.locale);
    const interests = subscription.interests.map(toForm).map(toRequest);
    await this.returning.run(() => this.save({ locale: settings.locale, quiet: quietOf(settings), interests }));
  }
}
