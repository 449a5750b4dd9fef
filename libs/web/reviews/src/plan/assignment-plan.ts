import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type AssignedDto,
  type AssignmentPlanDto,
  type AssignmentsDto,
  type PlannedPairDto,
  type ReviewerFitsDto,
} from '@htsm/contracts';
import {
  ApiClient,
  createAction,
  describePage,
  injectPlural,
  injectText,
  Lists,
  NotFound,
  readScreen,
} from '@htsm/web/core';
import {
  Bars,
  Button,
  Checkbox,
  CheckboxGroup,
  Empty,
  Message,
  NumberField,
  PageHead,
  Pill,
  Skeleton,
  Toasts,
} from '@htsm/web/ui';
import { GiveTasks } from '../assign/give-tasks';
import { numberText } from '../queue/queue-words';
import { ChallengeNav } from '../shared/challenge-nav';
import { ProblemMessage } from '../shared/problem-message';
import { planChanges } from './plan-changes';
import { pairKey, planLoads, planRows } from './plan-rows';

/** Reviews for each proposal when the taskforce says nothing else. */
const REVIEWS = 3;
/** How much above the mean load a person may get when the taskforce says nothing else. */
const SLACK = 1.2;

/** Has a plan made of who judges what, lets the taskforce change it, and assigns it. */
@Component({
  selector: 'htsm-assignment-plan',
  imports: [
    Bars,
    Button,
    ChallengeNav,
    Checkbox,
    CheckboxGroup,
    Empty,
    GiveTasks,
    Message,
    NotFound,
    NumberField,
    PageHead,
    Pill,
    ProblemMessage,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './assignment-plan.html',
  styleUrl: './assignment-plan.css',
})
export class AssignmentPlan {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly lists = inject(Lists);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly numberText = numberText;
  protected readonly page = readScreen<AssignmentsDto>(() => `/taskforce/challenges/${this.id()}/assignments`);
  private readonly fitting = readScreen<ReviewerFitsDto>(() => `/taskforce/challenges/${this.id()}/reviewer-fits`);

  protected readonly reviewsPerProposal = signal<number | null>(REVIEWS);
  protected readonly maxPerReviewer = linkedSignal<number | null>(() => {
    const { proposals = [], reviewers = [] } = this.page.value() ?? {};
    return Math.max(1, Math.ceil((SLACK * REVIEWS * proposals.length) / Math.max(1, reviewers.length)));
  });
  protected readonly isFair = signal(true);
  protected readonly expertThemes = signal<readonly string[]>([]);
  protected readonly pairsNewcomers = signal(true);
  /** The themes that somebody on the panel named: others would help nobody. */
  protected readonly themes = computed(() => {
    const named = new Set((this.fitting.value()?.items ?? []).flatMap(({ themes }): string[] => themes));
    return this.lists.options('theme', this.expertThemes()).filter(({ value }) => named.has(value));
  });
  protected readonly reviewerIds = linkedSignal<readonly string[]>(() =>
    (this.page.value()?.reviewers ?? []).map(({ id }) => id),
  );
  protected readonly dueAt = signal<string | null>(null);
  protected readonly plan = linkedSignal<string, AssignmentPlanDto | null>({
    source: this.id,
    computation: () => null,
  });
  /** The pairs as they were when the plan was made anew. */
  private readonly before = signal<readonly PlannedPairDto[] | null>(null);
  /** The pairs of the plan as the taskforce left them. */
  protected readonly pairs = linkedSignal<readonly PlannedPairDto[]>(() => this.plan()?.pairs ?? []);

  protected readonly people = computed(() =>
    (this.page.value()?.reviewers ?? []).map(({ id, name, openReviews, assignedHere }) => ({
      value: id,
      label: `${name}: ${this.t('reviews.assign.load', { open: openReviews, here: assignedHere })}`,
    })),
  );
  private readonly fits = computed(
    () =>
      new Map(
        this.fitting
          .value()
          ?.items.flatMap(({ reviewerId, proposals }) =>
            proposals.map(({ proposalId, score }) => [pairKey(proposalId, reviewerId), score] as const),
          ),
      ),
  );
  protected readonly rows = computed(() => {
    const { proposals = [], reviewers = [] } = this.page.value() ?? {};
    return planRows(proposals, reviewers, { pairs: this.pairs(), fits: this.fits() });
  });
  protected readonly loads = computed(() =>
    planLoads(this.page.value()?.reviewers ?? [], this.pairs()).map(({ name, standing, added }) => ({
      label: name,
      value: standing + added,
      text: added === 0 ? String(standing) : this.t('reviews.plan.loadText', { all: standing + added, added }),
    })),
  );
  /** What is different from the plan before, in words; null for the first. */
  protected readonly changes = computed(() => this.sayChanges());
  protected readonly added = computed(() => this.pairs().filter(({ isNew }) => isNew));
  protected readonly shortage = computed(() => this.sayShortage());
  /** Proposals where nobody could be found who knows it, and where only newcomers judge, by their numbers. */
  protected readonly withoutExpert = computed(() => this.numbersOf(this.plan()?.withoutExpertIds ?? []));
  protected readonly newcomersOnly = computed(() => this.numbersOf(this.plan()?.newcomersOnlyIds ?? []));

  protected readonly planning = createAction();
  protected readonly applying = createAction();
  protected readonly planBlocked = computed(() => {
    if (this.reviewsPerProposal() === null || this.maxPerReviewer() === null)
      return this.t('reviews.plan.blockedNumbers');
    return this.reviewerIds().length === 0 ? this.t('reviews.assign.blockedReviewers') : '';
  });
  protected readonly applyBlocked = computed(() =>
    this.added().length === 0 ? this.t('reviews.plan.blockedNothing') : '',
  );

  constructor() {
    describePage(() => ({ title: this.t('reviews.plan.title') }));
  }

  /** Of a hundred, as the page writes a fit. */
  protected points(fit: number): number {
    return Math.round(fit / 10_000);
  }

  protected async make(): Promise<void> {
    const asked = {
      reviewsPerProposal: this.reviewsPerProposal(),
      maxPerReviewer: this.maxPerReviewer(),
      isFair: this.isFair(),
      expertThemes: this.expertThemes(),
      pairsNewcomers: this.pairsNewcomers(),
      reviewerIds: this.reviewerIds(),
    };
    await this.planning.run(async () => {
      const path = `/taskforce/challenges/${this.id()}/assignment-plan`;
      const made = await this.api.post<AssignmentPlanDto>(path, asked);
      this.before.set(this.plan() === null ? null : this.pairs());
      this.plan.set(made);
    });
  }

  protected leaveOut(proposalId: string, reviewerId: string): void {
    this.pairs.update((all) => all.filter((pair) => pair.proposalId !== proposalId || pair.reviewerId !== reviewerId));
  }

  protected add(proposalId: string, choice: HTMLSelectElement): void {
    const reviewerId = choice.value;
    choice.value = '';
    if (reviewerId === '') return;
    const fit = this.fits().get(pairKey(proposalId, reviewerId)) ?? 0;
    this.pairs.update((all) => [...all, { proposalId, reviewerId, fit, bid: null, isExpert: false, isNew: true }]);
  }

  protected async apply(): Promise<void> {
    const body = {
      pairs: this.added().map(({ proposalId, reviewerId }) => ({ proposalId, reviewerId })),
      dueAt: this.dueAt(),
    };
    await this.applying.run(async () => {
      const path = `/taskforce/challenges/${this.id()}/assignment-plan/application`;
      const { created } = await this.api.post<AssignedDto>(path, body);
      this.toasts.show(this.plural('reviews.assign.created', created));
      await this.router.navigate(['/taskforce/challenges', this.id(), 'assign']);
    });
  }

  private numbersOf(ids: readonly string[]): string {
    const found = (this.page.value()?.proposals ?? []).filter(({ id }) => ids.includes(id));
    return found.map(({ number }) => numberText(number)).join(', ');
  }

  private sayChanges(): string[] | null {
    const before = this.before();
    if (before === null) return null;
    const { proposals = [], reviewers = [] } = this.page.value() ?? {};
    const names = new Map(reviewers.map(({ id, name }) => [id, name]));
    return planChanges(before, this.pairs()).map(({ proposalId, givenTo, takenFrom }) => {
      const way = givenTo === null ? 'taken' : takenFrom === null ? 'given' : 'moved';
      return this.t(`reviews.plan.change.${way}`, {
        proposal: numberText(proposals.find(({ id }) => id === proposalId)?.number ?? 0),
        to: names.get(givenTo ?? '') ?? '',
        from: names.get(takenFrom ?? '') ?? '',
      });
    });
  }

  /** Says in a sentence what there is too little of, and what to do; empty when every place is filled. */
  private sayShortage(): string {
    const { shortage } = this.plan() ?? {};
    if (!shortage) return '';
    const { reviewers = [] } = this.page.value() ?? {};
    const { available, needed } = shortage;
    const which = this.numbersOf(shortage.proposalIds);
    const who = reviewers.filter(({ id }) => shortage.reviewerIds.includes(id)).map(({ name }) => name);
    return this.t(`reviews.plan.shortage.${shortage.rule}`, {
      proposals: which,
      reviewers: who.join(', '),
      available,
      needed,
      missing: needed - available,
    });
  }
}
