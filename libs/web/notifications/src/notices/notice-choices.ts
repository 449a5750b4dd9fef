import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NoticeChoicesDto } from '@htsm/contracts';
import { CHOSEN_TOPICS, NOTICE_MAILS, noticeMail, type NoticeMail, type NoticeTopic } from '@htsm/domain';
import { ApiClient, createForm, describePage, injectText, readScreen, Session } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, SelectField, Skeleton, Toasts } from '@htsm/web/ui';

type Choices = Record<NoticeTopic, NoticeMail>;

/** Page `/my/notifications/choices`: which notifications come by mail too, and when. */
@Component({
  selector: 'htsm-notice-choices',
  imports: [Button, ErrorSummary, Message, PageHead, RouterLink, SelectField, Skeleton],
  templateUrl: './notice-choices.html',
  styleUrl: '../form.css',
})
export class NoticeChoices {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  protected readonly t = injectText();
  protected readonly list = readScreen<NoticeChoicesDto>(() => '/notices/choices');
  protected readonly always = computed(() => this.list.value()?.items.filter(({ canBeChosen }) => !canBeChosen) ?? []);
  /** What can concern this reader; a choice about anything else is kept as it was. */
  protected readonly chosen = computed(() => CHOSEN_TOPICS.filter((topic) => this.concerns(topic)));
  protected readonly mails = computed(() =>
    NOTICE_MAILS.map((value) => ({ value, label: this.t('notifications.noticeChoices.mail.' + value) })),
  );
  protected readonly form = createForm<Choices>({ initial: toChoices(undefined) });

  constructor() {
    describePage(() => ({ title: this.t('notifications.noticeChoices.title') }));
    effect(() => {
      const known = this.list.value();
      if (known !== undefined) untracked(() => this.form.reset(toChoices(known)));
    });
  }

  protected async save(): Promise<void> {
    const saved = await this.form.submit((chosen) =>
      this.api.put<NoticeChoicesDto>('/notices/choices', {
        choices: this.chosen().map((topic) => ({ topic, mail: chosen[topic] })),
      }),
    );
    if (saved === undefined) return;
    this.list.set(saved);
    this.toasts.show(this.t('notifications.noticeChoices.saved'));
  }

  private concerns(topic: NoticeTopic): boolean {
    const { session } = this;
    switch (topic) {
      case 'moderation':
        return session.isTaskforce();
      case 'reviews':
        return session.isReviewer() || session.isTaskforce();
      case 'own_challenges':
        return session.isOwner() || session.isTaskforce();
      case 'invitations':
        return session.isProposer();
      case 'matches':
        return session.isOwner() || session.isProposer();
      case 'webhooks':
        return session.isOwner() || session.isAdministrator();
      default:
        return true;
    }
  }
}

function toChoices(known: NoticeChoicesDto | undefined): Choices {
  const chosen = Object.fromEntries(known?.items.map(({ topic, mail }) => [topic, mail]) ?? []);
  return Object.fromEntries(CHOSEN_TOPICS.map((topic) => [topic, noticeMail(topic, chosen)])) as Choices; // every topic there is
}
