import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AssignedDto,
  type AssignedProposalDto,
  type AssignmentDto,
  type AssignmentsDto,
  type CandidateReviewerDto,
  type ReminderDto,
  type ReviewerFitsDto,
} from '@htsm/contracts';
import {
  ApiClient,
  createAction,
  describePage,
  injectFormats,
  injectPlural,
  injectText,
  NotFound,
  readScreen,
} from '@htsm/web/core';
import { Confirm, Empty, Message, PageHead, Pill, Skeleton, Toasts, type Tone } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { ChallengeNav } from '../shared/challenge-nav';
import { ProblemMessage } from '../shared/problem-message';
import { ConflictLines } from '../panel/conflict-lines';
import { GiveTasks } from './give-tasks';
import { ImportTasks } from './import-tasks';
import { bestFirst } from './mean-fit';
import { ReviewerFit } from './reviewer-fit';

const TONES: Readonly<Record<AssignmentDto['state'], Tone>> = {
  assigned: 'wait',
  accepted: 'judge',
  submitted: 'good',
  conflicted: 'stop',
};

/** Who judges which proposal: choose proposals, choose reviewers, one date, one button. */
@Component({
  selector: 'htsm-assign-reviewers',
  imports: [
    ChallengeNav,
    ConflictLines,
    Confirm,
    GiveTasks,
    ImportTasks,
    Empty,
    Message,
    NotFound,
    PageHead,
    Pill,
    ProblemMessage,
    ReviewerFit,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './assign-reviewers.html',
  styleUrl: './assign-reviewers.css',
})
export class AssignReviewers {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly numberText = numberText;
  protected readonly page = readScreen<AssignmentsDto>(() => `/taskforce/challenges/${this.id()}/assignments`);
  protected readonly proposalIds = linkedSignal<string, ReadonlySet<string>>({
    source: this.id,
    computation: () => new Set(),
  });
  protected readonly reviewerIds = linkedSignal<string, ReadonlySet<string>>({
    source: this.id,
    computation: () => new Set(),
  });
  private readonly fitting = readScreen<ReviewerFitsDto>(() => `/taskforce/challenges/${this.id()}/reviewer-fits`);
  /** What reviewers know, by id; those who never said so are left out. */
  protected readonly fits = computed(
    () => new Map(this.fitting.value()?.items.map((item) => [item.reviewerId, item] as const)),
  );
  protected readonly ordered = computed(() =>
    bestFirst(this.page.value()?.reviewers ?? [], this.fits(), this.proposalIds()),
  );
  protected readonly dueAt = signal<string | null>(null);
  protected readonly assigning = createAction();
  protected readonly tending = createAction();
  protected readonly blocked = computed(() => {
    if (this.proposalIds().size === 0) return this.t('reviews.assign.blockedProposals');
    return this.reviewerIds().size === 0 ? this.t('reviews.assign.blockedReviewers') : '';
  });

  protected readonly submitText = computed(() => {
    const proposals = this.plural('reviews.assign.nProposals', this.proposalIds().size);
    return this.t('reviews.assign.submit', {
      proposals,
      reviewers: this.plural('reviews.assign.nReviewers', this.reviewerIds().size),
    });
  });

  constructor() {
    describePage(() => ({ title: this.t('reviews.assign.title') }));
  }

  protected toneOf(assignment: AssignmentDto): Tone {
    return assignment.isLate ? 'stop' : TONES[assignment.state];
  }

  protected wordOf(assignment: AssignmentDto): string {
    return assignment.isLate ? this.t('reviews.assign.late') : this.t('reviews.assignment.' + assignment.state);
  }

  protected isOpen(assignment: AssignmentDto): boolean {
    return assignment.state === 'assigned' || assignment.state === 'accepted';
  }

  protected toggleProposal(id: string): void {
    this.proposalIds.update((ids) => toggled(ids, id));
  }

  protected toggleReviewer(id: string): void {
    this.reviewerIds.update((ids) => toggled(ids, id));
  }

  /** Chooses the proposals that have fewer than two reviewers. */
  protected chooseUncovered(proposals: readonly AssignedProposalDto[]): void {
    const uncovered = proposals.filter(
      ({ assignments }) => assignments.filter(({ state }) => state !== 'conflicted').length < 2,
    );
    this.proposalIds.set(new Set(uncovered.map(({ id }) => id)));
  }

  /** Says why a reviewer cannot get what is chosen; empty when they can. */
  protected partyTo(reviewer: CandidateReviewerDto): string {
    const isParty = reviewer.partyToProposalIds.some((id) => this.proposalIds().has(id));
    return isParty ? this.t('reviews.assign.party') : '';
  }

  protected async assign(): Promise<void> {
    const body = { proposalIds: [...this.proposalIds()], reviewerIds: [...this.reviewerIds()], dueAt: this.dueAt() };
    const isDone = await this.assigning.run(async () => {
      const { created } = await this.api.post<AssignedDto>(`/taskforce/challenges/${this.id()}/assignments`, body);
      this.tell(created);
    });
    if (!isDone) return;
    this.proposalIds.set(new Set());
    this.reviewerIds.set(new Set());
  }

  /** Says how many tasks are new, and shows them. */
  protected tell(created: number): void {
    this.toasts.show(this.plural('reviews.assign.created', created));
    this.page.reload();
  }

  protected async remind(assignment: AssignmentDto): Promise<void> {
    await this.tending.run(async () => {
      await this.api.post<ReminderDto>(`/taskforce/assignments/${assignment.id}/reminder`);
      this.toasts.show(this.t('reviews.assign.reminded', { name: assignment.reviewerName }));
    });
    this.page.reload();
  }

  protected async remove(assignment: AssignmentDto, question: Confirm): Promise<void> {
    if (!(await question.ask())) return;
    await this.tending.run(() => this.api.delete(`/taskforce/assignments/${assignment.id}`));
    this.page.reload();
  }
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
