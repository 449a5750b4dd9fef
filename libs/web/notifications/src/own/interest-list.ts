import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type InterestDto, type SubscriptionDto } from '@htsm/contracts';
import { createAction, injectText } from '@htsm/web/core';
import { Button, Message, Toasts } from '@htsm/web/ui';
import {
  FIRST_INTEREST,
  type Interest,
  type MailSettings as Settings,
  quietOf,
  settingsOf,
  toForm,
  toRequest,
} from '../choices/choices';
import { injectInterestWords } from '../choices/interest-words';
import { InterestEditor } from './interest-editor';
import { MailSettings } from './mail-settings';

/** Everything that a subscriber chooses, as the API takes it. */
export interface ChoicesRequest {
  readonly locale: SubscriptionDto['locale'];
  readonly quiet: SubscriptionDto['quiet'];
  readonly interests: readonly ReturnType<typeof toRequest>[];
}

/** The name of the editor of an interest that is not there yet. */
const NEW = 'new';

/** All interests of a subscriber, each with its own form, and what holds for all of them. */
@Component({
  selector: 'htsm-interest-list',
  imports: [Button, InterestEditor, MailSettings, Message],
  templateUrl: './interest-list.html',
  styleUrl: './interest-list.css',
})
export class InterestList {
  readonly subscription = input.required<SubscriptionDto>();
  /** Id of the interest whose form is open from the start; `new` for that of another one; empty for none. */
  readonly opened = input('');
  /** What a new interest starts with. */
  readonly first = input<Interest>(FIRST_INTEREST);
  /** Keeps everything; throws a Problem when the server refuses. */
  readonly save = input.required<(choices: ChoicesRequest) => Promise<unknown>>();

  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly words = injectInterestWords();
  protected readonly removing = createAction();
  protected readonly isActive = computed(() => this.subscription().state === 'active');
  /** Id of the interest whose form is open; empty when none is. */
  protected readonly open = linkedSignal(() => this.opened());
  protected readonly drafts = computed(
    () => new Map(this.subscription().interests.map((interest) => [interest.id, toForm(interest)])),
  );

  protected readonly keep = async (interest: Interest): Promise<void> => {
    const others = this.subscription().interests.map(toForm);
    const isKnown = others.some(({ id }) => id === interest.id);
    await this.send(
      isKnown ? others.map((other) => (other.id === interest.id ? interest : other)) : [...others, interest],
      settingsOf(this.subscription(), this.subscription().locale),
    );
    this.open.set('');
  };

  protected readonly keepSettings = (settings: Settings): Promise<void> =>
    this.send(this.subscription().interests.map(toForm), settings);

  protected async remove({ id }: InterestDto): Promise<void> {
    const others = this.subscription().interests.filter((interest) => interest.id !== id);
    const settings = settingsOf(this.subscription(), this.subscription().locale);
    await this.removing.run(() => this.send(others.map(toForm), settings));
  }

  protected add(): void {
    this.open.set(NEW);
  }

  private async send(interests: readonly Interest[], settings: Settings): Promise<void> {
    await this.save()({ locale: settings.locale, quiet: quietOf(settings), interests: interests.map(toRequest) });
    this.toasts.show(this.t('notifications.own.saved'));
  }
}
