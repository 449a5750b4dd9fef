import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NoticeDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Button } from '@htsm/web/ui';

/** One notice: what happened, to what, when; unread ones stand out by weight, a mark and a word. */
@Component({
  selector: 'htsm-notice-row',
  imports: [Button, RouterLink],
  template: `
    <article [class.unread]="!notice().isRead">
      <p class="over">
        @if (!notice().isRead) {
          <span class="new">{{ t('notifications.notices.unread') }}</span>
        }
        <time [attr.datetime]="notice().createdAt">{{ formats().moment(notice().createdAt) }}</time>
        @if (notice().isMuted) {
          <span>{{ t('notifications.notices.muted') }}</span>
        }
      </p>
      <h2>
        @if (notice().path; as path) {
          <a [routerLink]="path" (click)="opened.emit()">{{ what() }}</a>
        } @else {
          {{ what() }}
        }
      </h2>
      @if (notice().title) {
        <p class="thing">{{ notice().title }}</p>
      }
      <div class="acts">
        @if (!notice().isRead) {
          <button htsm-button type="button" kind="plain" isSmall (click)="opened.emit()">
            {{ t('notifications.notices.read') }}<span class="sr">: {{ named() }}</span>
          </button>
        }
        @if (notice().canBeMuted) {
          <button htsm-button type="button" kind="plain" isSmall (click)="muted.emit()">
            {{ t(notice().isMuted ? 'notifications.notices.unmute' : 'notifications.notices.mute')
            }}<span class="sr">: {{ named() }}</span>
          </button>
        }
      </div>
    </article>
  `,
  styles: `
    article {
      padding-block: var(--space-3);
      padding-inline-start: var(--space-4);
      border-inline-start: 4px solid transparent;
    }
    .unread {
      border-inline-start-color: var(--accent);
    }
    .over {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-3);
      color: var(--ink-quiet);
      font-size: var(--text-sm);
    }
    .new {
      color: var(--accent);
      font-weight: var(--weight-strong);
    }
    h2 {
      font-size: var(--text-md);
      font-weight: var(--weight-body);
    }
    .unread h2 {
      font-weight: var(--weight-strong);
    }
    h2 a {
      color: var(--ink);
    }
    .thing {
      color: var(--ink-soft);
      overflow-wrap: anywhere;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      margin-inline-start: calc(-1 * var(--space-2));
    }
  `,
})
export class NoticeRow {
  readonly notice = input.required<NoticeDto>();
  /** The reader opened it, or marks it as read. */
  readonly opened = output();
  /** The reader mutes its thing, or ends that. */
  readonly muted = output();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly what = computed(() => this.t('notifications.notices.kind.' + this.notice().kind));
  /** What tells this row's buttons from those of the others. */
  protected readonly named = computed(() =>
    [this.what(), this.notice().title].filter((part) => part !== '').join(', '),
  );
}
