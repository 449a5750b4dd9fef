import { Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MyProposalDto } from '@htsm/contracts';
import { ApiClient, describePage, injectText, Problem, Session } from '@htsm/web/core';
import { Button, Message, PageHead, RadioGroup, Skeleton } from '@htsm/web/ui';

/** Starts a draft for a challenge, or opens the one there is; asks for which organisation when there are several. */
@Component({
  selector: 'htsm-start-proposal',
  imports: [Button, Message, PageHead, RadioGroup, RouterLink, Skeleton],
  template: `
    <div class="wrap stack">
      <htsm-page-head [heading]="t('proposals.start.title')" [isDesk]="true" />
      @if (problem(); as problem) {
        <htsm-message tone="stop" [heading]="problem.title" [isAlert]="true">{{ problem.detail }}</htsm-message>
        <div class="row">
          @if (challenge(); as slug) {
            <a htsm-button kind="second" [routerLink]="'/challenges/' + slug">{{ t('proposals.start.toChallenge') }}</a>
          }
          <a htsm-button kind="plain" routerLink="/my/proposals">{{ t('proposals.start.toMine') }}</a>
        </div>
      } @else if (mustChoose()) {
        <htsm-radio-group
          [label]="t('proposals.start.which')"
          [options]="options()"
          [(value)]="chosen"
          name="organisation"
        />
        <div>
          <button
            htsm-button
            type="button"
            kind="primary"
            [busy]="isBusy()"
            [blocked]="chosen() ? '' : t('proposals.start.which')"
            (click)="start(chosen())"
          >
            {{ t('proposals.start.go') }}
          </button>
        </div>
      } @else {
        <htsm-skeleton [lines]="6" />
      }
    </div>
  `,
})
export class StartProposal implements OnInit {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  /** Slug of the challenge, from the query. */
  readonly challenge = input<string>();

  protected readonly t = injectText();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly chosen = signal('');
  private readonly organisations = computed(() => [
    ...this.session.organisations('sme'),
    ...this.session.organisations('knowledge'),
  ]);
  protected readonly options = computed(() => this.organisations().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly mustChoose = computed(() => this.organisations().length > 1);

  constructor() {
    describePage(() => ({ title: this.t('proposals.start.title') }));
  }

  ngOnInit(): void {
    if (this.challenge() === undefined) void this.router.navigateByUrl('/challenges', { replaceUrl: true });
    else if (!this.mustChoose()) void this.start(undefined);
  }

  protected async start(organisationId: string | undefined): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const body = { challengeSlug: this.challenge(), organisationId };
      const proposal = await this.api.post<MyProposalDto>('/my/proposals', body);
      await this.router.navigateByUrl(`/my/proposals/${proposal.id}`, { replaceUrl: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.problem.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
