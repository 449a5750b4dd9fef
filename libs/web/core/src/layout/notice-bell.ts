import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  output,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { filter } from 'rxjs';
import { injectPlural, injectText } from '../language/texts';
import { Session } from '../session/session';
import { UnreadNotices } from './unread-notices';

/** The count is asked at most this often while a page stays, in milliseconds. */
const AGAIN_MS = 60_000;

/** The way to the reader's notices, with how many are unread. */
@Component({
  selector: 'htsm-notice-bell',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <a routerLink="/my/notifications" routerLinkActive ariaCurrentWhenActive="page" (click)="chosen.emit()">
      <span>{{ t('core.menu.notices') }}</span>
      @if (unread.count() > 0) {
        <span class="count" aria-hidden="true">{{ shown() }}</span>
        <span class="sr">{{ plural('core.menu.unread', unread.count()) }}</span>
      }
    </a>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 2.75rem;
      color: inherit;
    }
    .count {
      min-width: 1.375rem;
      padding-inline: 0.35rem;
      border-radius: 999px;
      background: var(--accent);
      color: var(--on-accent);
      font-size: var(--text-xs);
      font-weight: var(--weight-strong);
      line-height: 1.375rem;
      text-align: center;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class NoticeBell {
  /** Whether this one asks; of two on a page one is enough. */
  readonly asks = input(false);
  readonly chosen = output();

  private readonly session = inject(Session);
  private readonly page = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly gone = inject(DestroyRef);

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly unread = inject(UnreadNotices);
  protected readonly shown = computed(() => (this.unread.count() < 100 ? String(this.unread.count()) : '99+'));

  constructor() {
    afterNextRender(() => {
      if (this.asks()) this.follow();
    });
    effect(() => {
      if (this.session.user() !== null && this.asks()) void this.unread.read();
    });
  }

  /**
   * Asks at every change of page, and once a minute while the page is in view and its reader does something: an open page
   * alone must not keep a session alive.
   */
  private follow(): void {
    let isBusy = false;
    const busy = (): void => {
      isBusy = true;
    };
    const again = setInterval(() => {
      if (!isBusy || this.page.visibilityState !== 'visible') return;
      isBusy = false;
      void this.unread.read();
    }, AGAIN_MS);
    const signs = ['pointerdown', 'keydown', 'visibilitychange'];
    for (const sign of signs) this.page.addEventListener(sign, busy);
    this.gone.onDestroy(() => {
      clearInterval(again);
      for (const sign of signs) this.page.removeEventListener(sign, busy);
    });
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(this.gone),
      )
      .subscribe(() => void this.unread.read());
  }
}
