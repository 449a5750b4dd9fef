import { Component, computed, inject, input } from '@angular/core';
import { type FollowDto } from '@htsm/contracts';
import { ApiClient, createAction, injectText, readScreen } from '@htsm/web/core';
import { Button, Message } from '@htsm/web/ui';

/** The button of a signed-in person who wants word of a challenge: when it changes, and before it closes. */
@Component({
  selector: 'htsm-follow-challenge',
  imports: [Button, Message],
  template: `
    @if (answer.value(); as follow) {
      <button
        htsm-button
        isFull
        type="button"
        [attr.aria-pressed]="follow.isFollowing"
        [busy]="changing.isBusy()"
        [busyText]="t('challenges.page.follow.busy')"
        (click)="turn(follow.isFollowing)"
      >
        {{ t(follow.isFollowing ? 'challenges.page.follow.stop' : 'challenges.page.follow.start') }}
      </button>
      <p class="hint" role="status">
        {{ t(follow.isFollowing ? 'challenges.page.follow.on' : 'challenges.page.follow.off') }}
      </p>
    }
    @if (changing.problem(); as problem) {
      <htsm-message tone="stop" isAlert [heading]="problem.title">{{ problem.detail }}</htsm-message>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
      margin-block-start: var(--space-4);
    }
  `,
})
export class FollowChallenge {
  readonly slug = input.required<string>();

  private readonly api = inject(ApiClient);
  private readonly path = computed(() => `/challenges/${encodeURIComponent(this.slug())}/follow`);
  protected readonly t = injectText();
  protected readonly answer = readScreen<FollowDto>(() => this.path());
  protected readonly changing = createAction();

  protected async turn(isFollowing: boolean): Promise<void> {
    await this.changing.run(async () => {
      const change = isFollowing ? this.api.delete<FollowDto>(this.path()) : this.api.put<FollowDto>(this.path(), {});
      this.answer.set(await change);
    });
  }
}
