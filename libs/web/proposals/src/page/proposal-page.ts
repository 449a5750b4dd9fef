import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MyProposalDto } from '@htsm/contracts';
import { ApiClient, describePage, injectText, NotFound, Problem, ServerClock } from '@htsm/web/core';
import { Button, PageHead, Skeleton, StatePill } from '@htsm/web/ui';
import { DraftDesk } from '../draft/draft-desk';
import { injectTitleOf } from '../shared/own-language';
import { ProposalView } from '../view/proposal-view';

/** One proposal of the reader's organisation: the editor while it is a draft, a page to read afterwards. */
@Component({
  selector: 'htsm-proposal-page',
  imports: [Button, DraftDesk, NotFound, PageHead, ProposalView, RouterLink, Skeleton, StatePill],
  templateUrl: './proposal-page.html',
})
export class ProposalPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);

  readonly id = input.required<string>();
  /** Part of the editor; undefined on the page of the proposal itself. */
  readonly part = input<string>();

  protected readonly t = injectText();
  protected readonly titleOf = injectTitleOf();
  private readonly times = signal(0);
  private readonly read = resource({
    params: () => ({ id: this.id(), times: this.times() }),
    loader: ({ params }) => this.load(params.id),
  });
  protected readonly proposal = linkedSignal<MyProposalDto | undefined>(() =>
    this.read.hasValue() ? this.read.value() : undefined,
  );
  protected readonly problem = computed(() => {
    const error = this.read.error();
    return error instanceof Problem ? error : undefined;
  });
  /** Whether the reader comes from the button that submitted. */
  protected readonly wasJustSubmitted = this.router.currentNavigation()?.extras.state?.['submitted'] === true;
  /** The title as it is on the screen. */
  protected readonly title = linkedSignal(() => this.proposal()?.title ?? '');
  protected readonly heading = computed(() => this.title().trim() || this.t('proposals.untitled'));

  constructor() {
    describePage(() => ({ title: this.heading() }));
    effect(() => {
      if (this.proposal()?.state === 'draft' && this.part() === undefined) this.open('solution');
    });
  }

  protected reload(): void {
    this.times.update((n) => n + 1);
  }

  /** Goes to the page of the submitted proposal, which reads it again. */
  protected openSubmitted(): void {
    void this.router.navigateByUrl(`/my/proposals/${this.id()}`, { replaceUrl: true, state: { submitted: true } });
  }

  /** Shows what a step made of the proposal; a draft again opens in the editor. */
  protected take(proposal: MyProposalDto): void {
    this.clock.sync(proposal.now);
    if (proposal.state === 'draft') this.open('check');
    this.proposal.set(proposal);
  }

  private open(part: string): void {
    void this.router.navigateByUrl(`/my/proposals/${this.id()}/${part}`, { replaceUrl: true });
  }

  private async load(id: string): Promise<MyProposalDto> {
    const proposal = await this.api.get<MyProposalDto>(`/my/proposals/${id}`);
    this.clock.sync(proposal.now);
    return proposal;
  }
}
