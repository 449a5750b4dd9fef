import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LinkDto, type LinksDto } from '@htsm/contracts';
import { ApiClient, createAction, describePage, injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Confirm, Empty, PageHead, ReadFailure, Skeleton, Toasts } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';
import { LinkEditor } from './link-editor';

/** What binds the reader to organisations, so that nobody asks them to judge what they should not. */
@Component({
  selector: 'htsm-my-links',
  imports: [Button, Confirm, Empty, LinkEditor, PageHead, ProblemMessage, ReadFailure, RouterLink, Skeleton],
  templateUrl: './my-links.html',
  styleUrl: './my-links.css',
})
export class MyLinks {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<LinksDto>(() => '/my/links');
  protected readonly acting = createAction();
  /** The link being written: its id, `new`, or nothing. */
  protected readonly open = signal<string | null>(null);

  constructor() {
    describePage(() => ({ title: this.t('reviews.links.title') }));
  }

  protected take(): void {
    this.open.set(null);
    this.toasts.show(this.t('reviews.links.saved'));
    this.page.reload();
  }

  protected async remove(link: LinkDto, question: Confirm): Promise<void> {
    if (!(await question.ask())) return;
    const isDone = await this.acting.run(() => this.api.delete(`/my/links/${link.id}`));
    if (isDone) this.toasts.show(this.t('reviews.links.removed'));
    this.page.reload();
  }
}
