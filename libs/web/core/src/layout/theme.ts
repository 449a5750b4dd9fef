import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { Cookies } from '../language/cookies';
import { chooseTheme, type Theme } from '../language/preferences';

/** Light, dark, or what the system says; remembered in the `theme` cookie. */
@Service()
export class Themes {
  private readonly cookies = inject(Cookies);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Theme>(chooseTheme(this.cookies.header()));

  /** What the reader chose. */
  readonly current = this.chosen.asReadonly();

  constructor() {
    this.apply(this.chosen());
  }

  /** Chooses and remembers. */
  choose(theme: Theme): void {
    this.cookies.write('theme', theme === 'system' ? '' : theme);
    this.chosen.set(theme);
    this.apply(theme);
  }

  private apply(theme: Theme): void {
    const root = this.document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  }
}
