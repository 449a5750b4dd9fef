import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { UNSEALED_CHALLENGE_STATES } from '@htsm/domain';
import {
  ApiClient,
  describePage,
  injectFormats,
  injectText,
  Language,
  NotFound,
  Problem,
  ServerClock,
} from '@htsm/web/core';
import { Button, Confirm, Message, PageHead, Skeleton, StatePill, TextArea, TimeLeft, WithSide } from '@htsm/web/ui';
import { DossierHistory } from '../shared/dossier-history';
import { titleOf } from '../shared/dossier-text';
import { DossierView } from '../shared/dossier-view';

/** One challenge of the owner: where it stands, what happened, and what can be done. */
@Component({
  selector: 'htsm-my-challenge',
  host: { '[class.wrap]': 'problem()?.status !== 404' },
  imports: [
    Button,
    Confirm,
    DossierHistory,
    DossierView,
    Message,
    NotFound,
    PageHead,
    RouterLink,
    Skeleton,
    StatePill,
    TextArea,
    TimeLeft,
    WithSide,
  ],
  templateUrl: './my-challenge.html',
  styleUrl: './my-challenge.css',
})
export class MyChallenge {
  readonly id = input.required<string>();

  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly clock = inject(ServerClock);
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly reason = signal('');
  protected readonly isBusy = signal(false);
  protected readonly failure = signal<Problem | undefined>(undefined);
  protected readonly found = resource({
    params: () => ({ id: this.id(), language: this.language.current() }),
    loader: ({ params: { id } }) => this.api.get<ChallengeDossierDto>(`/my/challenges/${id}`),
  });
  protected readonly dossier = linkedSignal(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.found.error();
    return error instanceof Problem ? error : undefined;
  });
  protected readonly title = computed(() => {
    const dossier = this.dossier();
    return dossier === undefined ? '' : titleOf(dossier, this.language.current()) || this.t('challenges.mine.untitled');
  });
  protected readonly hasProposals = computed(() => {
    const state = this.dossier()?.state;
    return state !== undefined && UNSEALED_CHALLENGE_STATES.includes(state);
  });
  /** The last reason of the taskforce, while the owner has to act on it. */
  protected readonly request = computed(() => {
    const dossier = this.dossier();
    if (dossier?.state !== 'changes_requested') return null;
    return dossier.history.at(-1)?.reason ?? null;
  });

  constructor() {
    effect(() => {
      const now = this.dossier()?.now;
      if (now !== undefined) this.clock.sync(now);
    });
    describePage(() => ({ title: this.title() }));
  }

  protected todo(dossier: ChallengeDossierDto): string {
    return this.t('challenges.mine.todo.' + dossier.state, {
      opens: dossier.opensAt === null ? '' : this.formats().moment(dossier.opensAt),
      decision: dossier.decisionDueAt === null ? '–' : this.formats().shortDate(dossier.decisionDueAt),
    });
  }

  protected cancel(): Promise<void> {
    return this.attempt(async () => {
      this.dossier.set(
        await this.api.post<ChallengeDossierDto>(`/my/challenges/${this.id()}/cancellation`, { reason: this.reason() }),
      );
    });
  }

  protected async remove(question: Confirm): Promise<void> {
    if (!(await question.ask())) return;
    await this.attempt(async () => {
      await this.api.delete(`/my/challenges/${this.id()}`);
      await this.router.navigate(['/my/challenges']);
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
