import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { describePage, injectText, Session } from '@htsm/web/core';
import { PageHead } from '@htsm/web/ui';
import { firstInterest } from './first-interest';
import { OwnSubscription } from './own-subscription';
import { VisitorSubscription } from './visitor-subscription';

/** Page `/subscribe`: mail about new challenges, with an e-mail address alone or for who is signed in. */
@Component({
  selector: 'htsm-subscribe',
  imports: [OwnSubscription, PageHead, VisitorSubscription],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('notifications.subscribe.title')" [lead]="t('notifications.subscribe.lead')" />
      @if (session.isSignedIn()) {
        <htsm-own-subscription [first]="first()" [isSaving]="isSaving()" />
      } @else {
        <htsm-visitor-subscription [first]="first()" />
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class Subscribe {
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  /** What the address asks for, such as a search that the reader saves. */
  protected readonly first = computed(() => firstInterest(this.params()));
  protected readonly isSaving = computed(() => this.params().keys.length > 0);
  protected readonly session = inject(Session);
  protected readonly t = injectText();

  constructor() {
    describePage(() => ({
      title: this.t('notifications.subscribe.title'),
      description: this.t('notifications.subscribe.lead'),
    }));
  }
}
