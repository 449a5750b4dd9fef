import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MailPageDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Message, PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';
import { MailActs } from './mail-acts';
import { MailFrame } from './mail-frame';
import { MailMenu } from './mail-menu';
import { injectMailWords } from './mail-words';

/** Page `/administration/mails/:id`: one mail as it goes out, without what is its reader's alone. */
@Component({
  selector: 'htsm-mail-page',
  imports: [MailActs, MailFrame, MailMenu, Message, NotFound, PageHead, ReadFailure, RouterLink, Skeleton],
  templateUrl: './mail-page.html',
  styleUrl: './outbox.css',
})
export class MailPage {
  private readonly router = inject(Router);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly words = injectMailWords();
  protected readonly mail = readScreen<MailPageDto>(() => `/administration/mails/${this.id()}`);
  protected readonly framed = computed(() => `/api/administration/mails/${this.id()}/page`);

  constructor() {
    describePage(() => ({ title: this.t('notifications.outbox.one') }));
  }

  /** Shows the mail that is under way now. */
  protected after(id: string | undefined): void {
    if (id === undefined || id === this.id()) this.mail.reload();
    else void this.router.navigate(['/administration/mails', id]);
  }
}
