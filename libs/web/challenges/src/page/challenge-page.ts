import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PublicChallengeDto } from '@htsm/contracts';
import {
  ApiClient,
  describePage,
  injectFeeds,
  injectText,
  Language,
  NotFound,
  Problem,
  ServerClock,
} from '@htsm/web/core';
import {
  FileList,
  type ListedFile,
  Message,
  PageHead,
  RichText,
  Skeleton,
  StatePill,
  Tags,
  Timeline,
  type TimelineStep,
  WithSide,
} from '@htsm/web/ui';
import { CriteriaTable } from '../shared/criteria-table';
import { injectFactWords } from '../shared/fact-words';
import { EmbedPart } from './embed-part';
import { FactsPanel } from './facts-panel';
import { challengeSchema, type SchemaWords } from './schema-org';

/** The public page of one challenge, readable without signing in. */
@Component({
  selector: 'htsm-challenge-page',
  host: { '[class.wrap]': 'problem()?.status !== 404' },
  imports: [
    CriteriaTable,
    EmbedPart,
    FactsPanel,
    FileList,
    Message,
    NotFound,
    PageHead,
    RichText,
    RouterLink,
    Skeleton,
    StatePill,
    Tags,
    Timeline,
    WithSide,
  ],
  templateUrl: './challenge-page.html',
  styleUrl: './challenge-page.css',
})
export class ChallengePage {
  readonly slug = input.required<string>();

  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  protected readonly clock = inject(ServerClock);
  protected readonly t = injectText();
  protected readonly facts = injectFactWords();
  private readonly feedsOf = injectFeeds();
  protected readonly found = resource({
    id: 'challenges.page',
    params: () => ({ slug: this.slug(), language: this.language.current() }),
    loader: ({ params: { slug } }) => this.api.get<PublicChallengeDto>(`/challenges/${encodeURIComponent(slug)}`),
  });
  protected readonly challenge = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.found.error();
    return error instanceof Problem ? error : undefined;
  });
  /** Language of the text when it is not the reader's; null otherwise. */
  protected readonly foreign = computed(() => {
    const language = this.challenge()?.language;
    return language === undefined || language === this.language.current() ? null : language;
  });
  protected readonly files = computed<ListedFile[]>(() =>
    (this.challenge()?.attachments ?? []).map((file) => ({
      id: file.id,
      name: file.fileName,
      bytes: file.sizeBytes,
      href: `/api/challenges/${this.slug()}/attachments/${file.id}`,
    })),
  );
  protected readonly steps = computed<TimelineStep[]>(() => {
    const challenge = this.challenge();
    if (challenge === undefined) return [];
    const { openedAt, closesAt, decisionDueAt } = challenge;
    const step = (label: string, at: string | null): TimelineStep[] =>
      at === null ? [] : [{ label: this.t('challenges.page.plan.' + label), at }];
    return [...step('opens', openedAt), ...step('closes', closesAt), ...step('decides', decisionDueAt)];
  });

  constructor() {
    effect(() => {
      const now = this.challenge()?.now;
      if (now !== undefined) this.clock.sync(now);
    });
    describePage(() => {
      const challenge = this.challenge();
      if (challenge === undefined) return undefined;
      return {
        title: `${challenge.title}, ${challenge.ownerName}`,
        description: challenge.summary,
        type: 'article',
        feeds: this.feedsOf(),
        about: (address) => challengeSchema(challenge, address, this.schemaWords(challenge)),
      };
    });
  }

  private schemaWords(challenge: PublicChallengeDto): SchemaWords {
    return {
      challenges: this.t('core.menu.challenges'),
      themes: this.facts().themes(challenge.themes),
      region: challenge.region === null ? '' : this.facts().region(challenge),
    };
  }
}
