import { isPlatformBrowser } from '@angular/common';
import { DOCUMENT, inject, PLATFORM_ID, REQUEST, Service } from '@angular/core';

/** The cookies that scripts may read: language and theme. Works in the browser and while rendering on the server. */
@Service()
export class Cookies {
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  private readonly isBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  /** The cookies as one header. */
  header(): string {
    return this.isBrowser ? this.document.cookie : (this.request?.headers.get('cookie') ?? '');
  }

  /** Keeps a value for a year, or forgets it when it is empty. Only in the browser. */
  write(name: string, value: string): void {
    const age = value === '' ? 0 : 31_536_000;
    const secure = this.document.location.protocol === 'https:' ? '; Secure' : '';
    this.document.cookie = `${name}=${value}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  }
}
