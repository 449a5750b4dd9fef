import { DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * Knows whether a pointer is pressing. A page that moves between press and release takes the pressed button away from
 * under the pointer, and the click is lost.
 */
@Injectable({ providedIn: 'root' })
export class Press {
  private isDown = false;
  private readonly waiting: (() => void)[] = [];

  constructor() {
    const page = inject(DOCUMENT);
    page.addEventListener('pointerdown', () => (this.isDown = true), { capture: true });
    for (const end of ['pointerup', 'pointercancel', 'dragend']) {
      // the click comes in the same turn, after the release
      page.addEventListener(end, () => setTimeout(() => this.release()), { capture: true });
    }
  }

  /** Does something now, or as soon as the press is over. */
  after(act: () => void): void {
    if (this.isDown) this.waiting.push(act);
    else act();
  }

  private release(): void {
    this.isDown = false;
    for (const act of this.waiting.splice(0)) act();
  }
}
