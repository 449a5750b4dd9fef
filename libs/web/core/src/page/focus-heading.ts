import { afterNextRender, DestroyRef, DOCUMENT, inject, Injector } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

const frames = 40;

/**
 * Moves focus to the `h1` after a change of page, so that a screen reader says where the reader is and the keyboard
 * starts at the top; or to what a page marks with `data-arrival`, for who goes through a row of like pages. Not on the first
 * page, not when only the query or the fragment changed.
 */
export function focusHeadingAfterNavigation(): void {
  const router = inject(Router);
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  let path: string | undefined;
  const subscription = router.events.subscribe((event) => {
    if (!(event instanceof NavigationEnd)) return;
    const next = event.urlAfterRedirects.split(/[?#]/)[0];
    const isFirst = path === undefined;
    const isSame = path === next;
    path = next;
    if (isFirst || isSame || event.urlAfterRedirects.includes('#')) return;
    afterNextRender({ read: () => focusHeading(document, frames) }, { injector });
  });
  inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
}

/** Focuses the heading of the new page; waits some frames when the page shows it only after loading. */
function focusHeading(document: Document, framesLeft: number): void {
  const heading =
    document.querySelector<HTMLElement>('main [data-arrival]') ?? document.querySelector<HTMLElement>('main h1');
  if (heading !== null) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  } else if (framesLeft > 0) {
    document.defaultView?.requestAnimationFrame(() => focusHeading(document, framesLeft - 1));
  }
}
