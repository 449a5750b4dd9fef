import { isPlatformServer } from '@angular/common';
import { DOCUMENT, effect, inject, InjectionToken, PLATFORM_ID, RESPONSE_INIT, Service } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { Language } from '../language/language';
import { languages } from '../language/preferences';

/** What a page tells the browser tab, search engines and link previews. */
export interface PageDescription {
  /** Title without the name of the site. */
  readonly title: string;
  /** One or two sentences for a link preview; leave out on private pages. */
  readonly description?: string | undefined;
  /** `article` for a page about one thing, `website` otherwise. */
  readonly type?: 'website' | 'article';
  /** What the page is about, in the words of schema.org; for search engines, so only in rendered pages. */
  readonly about?: (address: PageAddress) => object;
  /** Feeds and calendars that follow what is on the page. */
  readonly feeds?: readonly PageFeed[];
}

/** Where the world finds this page. */
export interface PageAddress {
  readonly origin: string;
  /** Address of the page, without parameters. */
  readonly canonical: string;
}

/** The same content in a form for feed readers and calendars. */
export interface PageFeed {
  /** Media type, such as `application/atom+xml`. */
  readonly type: string;
  readonly title: string;
  /** Path of ours. */
  readonly href: string;
}

/** Origin under which the world knows this site; without it the origin of the request. */
export const PUBLIC_ORIGIN = new InjectionToken<string>('PUBLIC_ORIGIN');

const site = 'HTSM Challenges';

/** Sets the title, description, Open Graph tags, canonical address and status of a page. */
@Service()
export class PageMeta {
  private readonly titles = inject(Title);
  private readonly meta = inject(Meta);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly publicOrigin = inject(PUBLIC_ORIGIN, { optional: true });
  private readonly isServer = isPlatformServer(inject(PLATFORM_ID));
  private readonly response = inject(RESPONSE_INIT, { optional: true });

  /** Describes the page now on the screen. */
  describe(page: PageDescription): void {
    const title = `${page.title} | ${site}`;
    const { origin, pathname } = this.document.location;
    const known = this.publicOrigin ?? origin;
    const canonical = `${known}${pathname}`;
    this.titles.setTitle(title);
    this.tag('name', 'description', page.description);
    this.tag('property', 'og:title', page.title);
    this.tag('property', 'og:description', page.description);
    this.tag('property', 'og:type', page.type ?? 'website');
    this.tag('property', 'og:site_name', site);
    this.tag('property', 'og:url', canonical);
    this.tag('property', 'og:locale', this.language.current() === 'nl' ? 'nl_NL' : 'en_GB');
    this.tag('name', 'twitter:card', 'summary');
    this.tag('property', 'og:image', `${known}/share.png`);
    this.tag('property', 'og:image:alt', site);
    this.links(canonical, page.feeds ?? []);
    this.about(page.about?.({ origin: known, canonical }));
  }

  /** Sets the status of the answer while rendering on the server, such as 404; does nothing in the browser. */
  status(code: number): void {
    if (this.response) this.response.status = code;
  }

  private tag(attribute: 'name' | 'property', name: string, content: string | undefined): void {
    if (content) this.meta.updateTag({ [attribute]: name, content });
    else this.meta.removeTag(`${attribute}="${name}"`);
  }

  private links(canonical: string, feeds: readonly PageFeed[]): void {
    for (const old of this.document.head.querySelectorAll('link[data-page]')) old.remove();
    this.link({ rel: 'canonical', href: canonical });
    for (const language of languages) {
      this.link({ rel: 'alternate', hreflang: language, href: `${canonical}?lang=${language}` });
    }
    for (const { type, title, href } of feeds) this.link({ rel: 'alternate', type, title, href });
  }

  /** A data block that no browser runs; only the server writes it, as no policy of a browser could object. */
  private about(what: object | undefined): void {
    for (const old of this.document.head.querySelectorAll('script[type="application/ld+json"]')) old.remove();
    if (what === undefined || !this.isServer) return;
    const element = this.document.createElement('script');
    element.setAttribute('type', 'application/ld+json');
    element.textContent = JSON.stringify({ '@context': 'https://schema.org', ...what }).replace(/</g, '\\u003c');
    this.document.head.appendChild(element);
  }

  private link(attributes: Record<string, string>): void {
    const element = this.document.createElement('link');
    for (const [name, value] of Object.entries({ ...attributes, 'data-page': '' })) element.setAttribute(name, value);
    // The document on the server knows no `append`.
    this.document.head.appendChild(element);
  }
}

/**
 * Describes the page of a component and keeps the description true when the language or the content changes:
 * `describePage(() => ({ title: this.t('challenges.list.title') }))`. Undefined while there is nothing to say yet.
 */
export function describePage(page: () => PageDescription | undefined): void {
  const meta = inject(PageMeta);
  effect(() => {
    const description = page();
    if (description !== undefined) meta.describe(description);
  });
}
