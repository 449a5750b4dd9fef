import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ChallengeDossierDto } from '@htsm/contracts';
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
import {
  Button,
  Confirm,
  DateTimeField,
  Message,
  PageHead,
  Skeleton,
  StatePill,
  TextArea,
  Toasts,
  WithSide,
} from '@htsm/web/ui';
import { DossierHistory } from '../shared/dossier-history';
import { titleOf } from '../shared/dossier-text';
import { DossierView } from '../shared/dossier-view';
import { FindingList } from '../shared/finding-list';

/** The taskforce reads a challenge and approves it, sends it back with reasons, or cancels it. */
@Component({
  selector: 'htsm-moderate-challenge',
  host: { '[class.wrap]': 'problem()?.status !== 404' },
  imports: [
    Button,
    Confirm,
    DateTimeField,
    DossierHistory,
    DossierView,
    FindingList,
    Message,
    NotFound,
    PageHead,
    RouterLink,
    Skeleton,
    StatePill,
    TextArea,
    WithSide,
  ],
  templateUrl: './moderate-challenge.html',
  styleUrl: './moderate-challenge.css',
})
export class ModerateChallenge {
  readonly id = input.required<string>();

  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly clock = inject(ServerClock);
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly found = resource({
    params: () => ({ id: this.id(), language: this.language.current() }),
    loader: ({ params: { id } }) => this.api.get<ChallengeDossierDto>(`/moderation/challenges/${id}`),
  });
  protected readonly dossier = linkedSignal(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.found.error();
    return error instanceof Problem ? error : undefined;
  });
  protected readonly title = computed(() => {
    const dossier = this.dossier();
    return dossier === undefined ? '' : titleOf(dossier, this.language.current());
  });
  /** As the owner asked, else now. */
  protected readonly opensAt = linkedSignal<string | null>(() => {
    const dossier = this.dossier();
    if (dossier === undefined) return null;
    return dossier.opensAt !== null && dossier.opensAt > dossier.now ? dossier.opensAt : dossier.now;
  });
  protected readonly closesAt = linkedSignal<string | null>(() => this.dossier()?.closesAt ?? null);
  protected readonly reason = signal('');
  protected readonly cancelReason = signal('');
  protected readonly busy = signal<'approval' | 'change-request' | 'cancellation' | null>(null);
  protected readonly failure = signal<Problem | undefined>(undefined);

  constructor() {
    effect(() => {
      const now = this.dossier()?.now;
      if (now !== undefined) this.clock.sync(now);
    });
    describePage(() => ({ title: this.title() || this.t('challenges.moderation.title') }));
  }

  protected approve(): Promise<void> {
    const closesAt = this.closesAt();
    return this.step('approval', {
      opensAt: this.opensAt(),
      ...(closesAt === null ? {} : { closesAt }),
      version: this.dossier()?.version,
    });
  }

  protected requestChanges(): Promise<void> {
    return this.step('change-request', { reason: this.reason() });
  }

  protected async cancel(sure: Confirm): Promise<void> {
    if (await sure.ask()) await this.step('cancellation', { reason: this.cancelReason() });
  }

  private async step(step: 'approval' | 'change-request' | 'cancellation', body: object): Promise<void> {
    this.busy.set(step);
    this.failure.set(undefined);
    try {
      this.dossier.set(await this.api.post<ChallengeDossierDto>(`/moderation/challenges/${this.id()}/${step}`, body));
      this.toasts.show(this.t('challenges.moderation.done.' + step));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.failure.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}
