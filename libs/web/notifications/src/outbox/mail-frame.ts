import { Component, effect, type ElementRef, input, viewChild } from '@angular/core';

/**
 * The HTML of a mail, from an address of ours. Nothing in it runs, loads or leads anywhere: the frame has a sandbox, and the
 * answer brings a content policy of its own.
 */
@Component({
  selector: 'htsm-mail-frame',
  template: `<iframe #frame sandbox="" loading="lazy" [title]="heading()"></iframe>`,
  styles: `
    :host {
      display: block;
    }
    iframe {
      inline-size: 100%;
      block-size: 36rem;
      border: var(--rule) solid var(--line-strong);
      border-radius: var(--radius-2);
      background: #fff;
    }
  `,
})
export class MailFrame {
  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');

  /** Path of the page, from the root of the site. */
  readonly path = input.required<string>();
  /** What the frame is called for who does not see it. */
  readonly heading = input.required<string>();

  constructor() {
    effect(() => {
      this.frame().nativeElement.src = this.path();
    });
  }
}
