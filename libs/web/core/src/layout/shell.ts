import { Component, computed, DOCUMENT, effect, type ElementRef, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { injectText } from '../language/texts';
import { focusHeadingAfterNavigation } from '../page/focus-heading';
import { Session } from '../session/session';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { Themes } from './theme';

/** Finds the data of the deepest route now open. */
function deepestData(route: ActivatedRouteSnapshot): Record<string, unknown> {
  return route.firstChild === null ? route.data : deepestData(route.firstChild);
}

/** The layout of every page. A route with `data: { desk: true }` gets the wide, compact layout for comparing. */
@Component({
  selector: 'htsm-shell',
  imports: [RouterOutlet, SiteHeader, SiteFooter],
  template: `
    <a class="skip" [href]="path() + '#content'" (click)="skip($event)">{{ t('core.skip') }}</a>
    @if (session.isDemo()) {
      <aside class="demo" [attr.aria-label]="t('core.demo.label')">
        <div class="wrap" [class.wide]="isDesk()">{{ t('core.demo.text') }}</div>
      </aside>
    }
    <htsm-site-header [isWide]="isDesk()" />
    <main id="content" tabindex="-1" #content><router-outlet /></main>
    <htsm-site-footer [isWide]="isDesk()" />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100dvh;
    }
    main {
      flex: 1;
      min-width: 0;
    }
    main:focus-visible {
      outline: none;
      box-shadow: none;
    }
    .skip {
      position: absolute;
      inset-inline-start: var(--space-4);
      inset-block-start: -5rem;
      z-index: 9;
      padding: var(--space-3) var(--space-4);
      background: var(--surface);
      color: var(--ink);
    }
    .skip:focus {
      inset-block-start: var(--space-2);
    }
    .demo {
      background: var(--sunken);
      color: var(--ink-soft);
      font-size: var(--text-xs);
      line-height: 1.4;
    }
    .demo .wrap {
      padding-block: 0.4rem;
    }
  `,
})
export class Shell {
  private readonly router = inject(Router);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  private readonly arrived = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => ({ url: event.urlAfterRedirects, data: deepestData(this.router.routerState.snapshot.root) })),
    ),
  );

  protected readonly t = injectText();
  protected readonly session = inject(Session);
  protected readonly path = computed(() => this.arrived()?.url.split('#')[0] ?? '');
  protected readonly isDesk = computed(() => this.arrived()?.data['desk'] === true);

  constructor() {
    inject(Themes);
    focusHeadingAfterNavigation();
    effect(() => {
      if (this.isDesk()) this.root.setAttribute('data-density', 'compact');
      else this.root.removeAttribute('data-density');
    });
  }

  /** Moves focus past the menu without touching the address. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }
}
