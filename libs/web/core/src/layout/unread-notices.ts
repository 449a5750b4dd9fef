import { inject, Service, signal } from '@angular/core';
import { ApiClient } from '../api/api-client';
import { Problem } from '../api/problem';
import { Session } from '../session/session';

/** How many notices the reader has not read; asked anew by whoever knows that it may have changed. */
@Service()
export class UnreadNotices {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly known = signal(0);
  private asked = 0;

  /** Zero for a visitor; counted up to 100. */
  readonly count = this.known.asReadonly();

  /** Asks again. Without an answer the last one stays; never throws. */
  async read(): Promise<void> {
    const user = this.session.user();
    if (user === null || user.owesSecondFactor === true) return this.known.set(0);
    this.asked += 1;
    const own = this.asked;
    try {
      const { count } = await this.api.get<{ count: number }>('/notices/unread');
      // an answer that was overtaken tells of the past
      if (own === this.asked) this.known.set(count);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}
