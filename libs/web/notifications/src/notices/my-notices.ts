import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NoticeDto, type NoticesDto } from '@htsm/contracts';
import { NOTICE_TOPICS } from '@htsm/domain';
import { ApiClient, createAction, describePage, injectText, Language, Problem, UnreadNotices } from '@htsm/web/core';
import { Button, Checkbox, Empty, Message, PageHead, SelectField, Skeleton } from '@htsm/web/ui';
import { NoticeRow } from './notice-row';

/** Page `/my/notifications`: what reached the reader, the newest first. */
@Component({
  selector: 'htsm-my-notices',
  imports: [Button, Checkbox, Empty, Message, NoticeRow, PageHead, RouterLink, SelectField, Skeleton],
  templateUrl: './my-notices.html',
  styleUrls: ['../form.css', './my-notices.css'],
})
export class MyNotices {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);

  protected readonly t = injectText();
  protected readonly unread = inject(UnreadNotices);
  protected readonly topic = signal('');
  protected readonly isUnreadOnly = signal(false);
  protected readonly topics = computed(() =>
    NOTICE_TOPICS.map((value) => ({ value, label: this.t('notifications.notices.topic.' + value) })),
  );
  private readonly first = resource({
    params: () => ({ ...this.query(), language: this.language.current() }),
    loader: () => this.page(),
  });
  /** What is shown so far; pages that are asked for are added to it. */
  protected readonly shown = linkedSignal<NoticesDto | undefined, NoticesDto | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (answer, previous) => answer ?? previous?.value,
  });
  protected readonly refusal = computed(() => {
    const error = this.first.error();
    return error instanceof Problem ? error : undefined;
  });
  protected readonly changing = createAction();

  constructor() {
    describePage(() => ({ title: this.t('notifications.notices.title') }));
  }

  protected async more(cursor: string): Promise<void> {
    await this.changing.run(async () => {
      const page = await this.page(cursor);
      this.shown.update((before) => ({ items: [...(before?.items ?? []), ...page.items], next: page.next }));
    });
  }

  protected async readAll(): Promise<void> {
    await this.changing.run(() => this.markRead(null));
  }

  protected async read(notice: NoticeDto): Promise<void> {
    if (!notice.isRead) await this.changing.run(() => this.markRead([notice.id]));
  }

  protected async mute(notice: NoticeDto): Promise<void> {
    const isMuted = !notice.isMuted;
    await this.changing.run(() => this.api.put('/notices/mute', { noticeId: notice.id, isMuted }));
    this.first.reload();
    await this.unread.read();
  }

  private async markRead(ids: readonly string[] | null): Promise<void> {
    await this.api.put('/notices/read', { ids });
    this.shown.update(
      (list) =>
        list && {
          ...list,
          items: list.items.map((one) => (ids === null || ids.includes(one.id) ? { ...one, isRead: true } : one)),
        },
    );
    await this.unread.read();
  }

  private query(): { topic?: string; unread?: string } {
    return {
      ...(this.topic() === '' ? {} : { topic: this.topic() }),
      ...(this.isUnreadOnly() ? { unread: 'true' } : {}),
    };
  }

  private page(cursor?: string): Promise<NoticesDto> {
    return this.api.get<NoticesDto>('/notices', { query: { ...this.query(), cursor } });
  }
}
