import { Component, computed, effect, inject, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ChallengeDossierDto, type ChallengeRowDto, type ChallengeRowsDto } from '@htsm/contracts';
import {
  ApiClient,
  describePage,
  injectFormats,
  injectText,
  Language,
  Problem,
  ServerClock,
  Session,
} from '@htsm/web/core';
import { Button, Empty, Message, PageHead, Skeleton, StatePill, TimeLeft } from '@htsm/web/ui';

/** The owner's home: every challenge with its state and what must be done now. */
@Component({
  selector: 'htsm-my-challenges',
  host: { class: 'wrap' },
  imports: [Button, Empty, Message, PageHead, RouterLink, Skeleton, StatePill, TimeLeft],
  templateUrl: './my-challenges.html',
  styleUrl: './my-challenges.css',
})
export class MyChallenges {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly clock = inject(ServerClock);
  protected readonly session = inject(Session);
  protected readonly t = injectText();
  protected readonly formats = injectFormats();

  private readonly more = signal<readonly ChallengeRowDto[]>([]);
  private readonly cursor = signal<string | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly failure = signal<Problem | undefined>(undefined);
  protected readonly found = resource({
    params: () => ({ language: this.language.current() }),
    loader: () => this.api.get<ChallengeRowsDto>('/my/challenges'),
  });
  protected readonly rows = computed(() =>
    this.found.hasValue() ? [...this.found.value().items, ...this.more()] : [],
  );
  protected readonly next = computed(
    () => this.cursor() ?? (this.found.hasValue() && this.more().length === 0 ? this.found.value().next : null),
  );
  protected readonly problem = computed(() => {
    const error = this.found.error();
    return this.failure() ?? (error instanceof Problem ? error : undefined);
  });

  constructor() {
    effect(() => {
      if (this.found.hasValue()) this.clock.sync(this.found.value().now);
    });
    describePage(() => ({ title: this.t('challenges.mine.title') }));
  }

  /** What the owner must do now, or what happens by itself. */
  protected todo(row: ChallengeRowDto): string {
    return this.t('challenges.mine.todo.' + row.state, {
      opens: row.opensAt === null ? '' : this.formats().moment(row.opensAt),
      decision: row.decisionDueAt === null ? '–' : this.formats().shortDate(row.decisionDueAt),
    });
  }

  protected isMine(row: ChallengeRowDto): boolean {
    return row.state === 'draft' || row.state === 'changes_requested';
  }

  protected create(): Promise<void> {
    return this.attempt(async () => {
      const draft = await this.api.post<ChallengeDossierDto>('/my/challenges');
      await this.router.navigate(['/my/challenges', draft.id, 'texts']);
    });
  }

  protected loadMore(cursor: string): Promise<void> {
    return this.attempt(async () => {
      const page = await this.api.get<ChallengeRowsDto>('/my/challenges', { query: { cursor } });
      this.more.update((rows) => [...rows, ...page.items]);
      this.cursor.set(page.next);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.failure.set(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.failure.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
