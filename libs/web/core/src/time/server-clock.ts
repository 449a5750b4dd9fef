import { isPlatformBrowser } from '@angular/common';
import { computed, DestroyRef, inject, PLATFORM_ID, Service, signal } from '@angular/core';

/** The server's clock. Everything that counts down reads it, because the server decides what is too late. */
@Service()
export class ServerClock {
  private readonly offset = signal(0);
  private readonly local = signal(Date.now());

  /** The server's time in milliseconds; ticks every second in the browser, stands still while rendering. */
  readonly now = computed(() => this.local() + this.offset());
  /** The server's time in milliseconds, rounded down to the minute: for what need not move every second. */
  readonly minute = computed(() => Math.floor(this.now() / 60_000) * 60_000);

  constructor() {
    if (!isPlatformBrowser(inject(PLATFORM_ID))) return;
    const timer = setInterval(() => this.local.set(Date.now()), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Sets the clock by an instant that the server just gave: `session.now`, or `now` of an answer. */
  sync(serverNow: string): void {
    const instant = Date.parse(serverNow);
    if (Number.isNaN(instant)) return;
    const local = Date.now();
    this.local.set(local);
    this.offset.set(instant - local);
  }
}
