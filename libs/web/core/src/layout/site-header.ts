import { Component, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { Problem } from '../api/problem';
import { injectPlural, injectText } from '../language/texts';
import { Session } from '../session/session';
import { LanguageSwitch } from './language-switch';
import { injectMenu } from './navigation';
import { NoticeBell } from './notice-bell';
import { UnreadNotices } from './unread-notices';

/** The top of every page: mark, menu by role, language, and who is signed in. */
@Component({
  selector: 'htsm-site-header',
  imports: [RouterLink, RouterLinkActive, LanguageSwitch, NoticeBell],
  templateUrl: './site-header.html',
  styleUrl: './site-header.css',
  host: { '(keydown.escape)': 'leaveMenu()' },
})
export class SiteHeader {
  private readonly router = inject(Router);
  private readonly phoneMenu = viewChild.required<ElementRef<HTMLDetailsElement>>('phoneMenu');
  private readonly summary = viewChild.required<ElementRef<HTMLElement>>('summary');

  /** Whether the page below is a desk: wider than a reading page. */
  readonly isWide = input(false);

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly session = inject(Session);
  protected readonly unread = inject(UnreadNotices);
  protected readonly menu = injectMenu();
  protected readonly failure = signal('');

  /** Closes the phone menu, after a choice from it or by Escape. */
  protected closeMenu(): void {
    this.phoneMenu().nativeElement.open = false;
  }

  /** Closes the phone menu and puts focus back on its button. */
  protected leaveMenu(): void {
    if (!this.phoneMenu().nativeElement.open) return;
    this.closeMenu();
    this.summary().nativeElement.focus();
  }

  protected async signOut(): Promise<void> {
    this.closeMenu();
    this.failure.set('');
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.failure.set(error.detail);
    }
  }
}
