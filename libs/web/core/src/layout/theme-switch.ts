import { Component, inject } from '@angular/core';
import { type Theme } from '../language/preferences';
import { injectText } from '../language/texts';
import { Themes } from './theme';

/** The choice between light, dark and the system's own. */
@Component({
  selector: 'htsm-theme-switch',
  template: `
    <label for="htsm-theme">{{ t('core.theme.label') }}</label>
    <select id="htsm-theme" #choice (change)="choose(choice.value)">
      @for (theme of themes; track theme) {
        <option [value]="theme" [selected]="theme === current()">{{ t('core.theme.' + theme) }}</option>
      }
    </select>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
    }
    select {
      min-height: 2rem;
      padding: 0.1rem 0.4rem;
      border: var(--rule) solid var(--line-strong);
      border-radius: var(--radius-2);
      background: var(--surface);
      color: var(--ink);
    }
  `,
})
export class ThemeSwitch {
  private readonly service = inject(Themes);

  protected readonly t = injectText();
  protected readonly current = this.service.current;
  protected readonly themes: readonly Theme[] = ['system', 'light', 'dark'];

  protected choose(value: string): void {
    this.service.choose(this.themes.find((theme) => theme === value) ?? 'system');
  }
}
