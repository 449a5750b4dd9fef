import { Component, computed, inject } from '@angular/core';
import { ApiClient } from '../api/api-client';
import { Problem } from '../api/problem';
import { Language } from '../language/language';
import { type Lang } from '../language/preferences';
import { Session } from '../session/session';

const names: Record<Lang, string> = { nl: 'Nederlands', en: 'English' };

/** Switches the whole screen to the other language, in place, and tells the account. */
@Component({
  selector: 'htsm-language-switch',
  template: `<button type="button" class="link" [lang]="other()" (click)="switch()">{{ name() }}</button>`,
  styles: `
    :host {
      display: inline-flex;
    }
    .link {
      color: inherit;
    }
  `,
})
export class LanguageSwitch {
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly api = inject(ApiClient);

  protected readonly other = computed<Lang>(() => (this.language.current() === 'nl' ? 'en' : 'nl'));
  protected readonly name = computed(() => names[this.other()]);

  protected async switch(): Promise<void> {
    const language = this.other();
    await this.language.switchTo(language);
    if (this.session.isSignedIn()) await this.remember(language);
  }

  /** The cookie already keeps the choice here; the account follows when it can be reached. */
  private async remember(locale: Lang): Promise<void> {
    try {
      await this.api.put('/account/language', { locale });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}
