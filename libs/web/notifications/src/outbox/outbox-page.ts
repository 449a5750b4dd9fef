import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type OutboxMailDto, type OutboxOverviewDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, readPages, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, ReadFailure, SelectField, Skeleton, TextField } from '@htsm/web/ui';
import { HeldKinds } from './held-kinds';
import { MailActs } from './mail-acts';
import { MailMenu } from './mail-menu';
import { injectMailWords } from './mail-words';

/** Page `/administration/mails`: every mail, how far it is, and what an administrator can do about it. */
@Component({
  selector: 'htsm-outbox-page',
  imports: [
    Button,
    Empty,
    HeldKinds,
    MailActs,
    MailMenu,
    PageHead,
    ReadFailure,
    RouterLink,
    SelectField,
    Skeleton,
    TextField,
  ],
  templateUrl: './outbox-page.html',
  styleUrl: './outbox.css',
})
export class OutboxPage {
  private readonly router = inject(Router);

  /** Only mails in this state. */
  readonly state = input<string>();
  /** Only mails of this kind. */
  readonly kind = input<string>();
  /** Only mails to an address with this part. */
  readonly to = input<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly words = injectMailWords();
  protected readonly overview = readScreen<OutboxOverviewDto>(() => '/administration/mail-overview');
  protected readonly list = readPages<OutboxMailDto>(() => {
    const asked = Object.entries({ state: this.state(), kind: this.kind(), to: this.to() });
    const query = new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, value]] : [])));
    return `/administration/mails${query.size === 0 ? '' : `?${query}`}`;
  });
  /** The states with their figure, and the length of its bar against the largest. */
  protected readonly counts = computed(() => {
    const counts = this.overview.value()?.counts ?? [];
    const most = Math.max(1, ...counts.map(({ mails }) => mails));
    return counts.map(({ state, mails }) => ({ state, mails, part: `${(100 * mails) / most}%` }));
  });
  protected readonly kinds = computed(() =>
    (this.overview.value()?.kinds ?? [])
      .map((value) => ({ value, label: this.words.kind(value) }))
      .sort((one, other) => one.label.localeCompare(other.label)),
  );

  constructor() {
    describePage(() => ({ title: this.t('notifications.outbox.title') }));
  }

  protected find(kind: string, to: string): void {
    const queryParams = { state: this.state(), kind: kind || undefined, to: to.trim() || undefined };
    void this.router.navigate(['/administration/mails'], { queryParams });
  }

  protected refresh(): void {
    this.list.reload();
    this.overview.reload();
  }
}
