import { Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { Router } from '@angular/router';
import { constraints, type MatchableProposalsDto, type MatchPageDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, ErrorSummary, Message, PageHead, SelectField, Skeleton, TextArea } from '@htsm/web/ui';
import { DateField } from '../shared/date-field';
import { MatchProblem } from '../shared/problem-message';

/** Records what an SME and the owner agreed. */
@Component({
  selector: 'htsm-record-match',
  imports: [Button, DateField, Empty, ErrorSummary, MatchProblem, Message, PageHead, SelectField, Skeleton, TextArea],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('matching.record.title')" [lead]="t('matching.record.lead')" />
      <htsm-match-problem [problem]="candidates.problem()" />
      @if (candidates.value(); as found) {
        @if (found.items.length === 0) {
          <htsm-empty [heading]="t('matching.record.emptyHead')">{{ t('matching.record.emptyText') }}</htsm-empty>
        } @else {
          <form class="stack" novalidate (submit)="$event.preventDefault(); record()">
            <htsm-error-summary [form]="form" />
            <htsm-select
              [htsmField]="form.field('proposalId')"
              [label]="t('matching.record.proposal')"
              [placeholder]="t('matching.record.choose')"
              [options]="options()"
            />
            <htsm-text-area
              [htsmField]="form.field('agreed')"
              [label]="t('matching.field.agreed')"
              [hint]="t('matching.field.agreedHint')"
              [sees]="t('matching.field.sees')"
              [rows]="5"
            />
            <htsm-date-field id="introduction" [label]="t('matching.field.introduction')" [(value)]="introductionOn" />
            <htsm-date-field
              id="check-in"
              [label]="t('matching.field.checkIn')"
              [hint]="t('matching.field.checkInHint')"
              [(value)]="nextCheckInOn"
            />
            <htsm-message>{{ t('matching.record.mails') }}</htsm-message>
            <div>
              <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('matching.record.busy')">
                {{ t('matching.record.submit') }}
              </button>
            </div>
          </form>
        }
      } @else if (!candidates.problem()) {
        <htsm-skeleton [lines]="6" />
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-6);
    }
    form {
      gap: var(--space-5);
      max-width: 46rem;
    }
  `,
})
export class RecordMatch implements OnInit {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);

  /** Proposal that the link was about; from the query. */
  readonly proposal = input<string>();

  protected readonly t = injectText();
  protected readonly candidates = readScreen<MatchableProposalsDto>(() => '/taskforce/matches/candidates');
  protected readonly introductionOn = signal<string | null>(null);
  protected readonly nextCheckInOn = signal<string | null>(null);
  protected readonly form = createForm<{ proposalId: string; agreed: string }>({
    initial: { proposalId: '', agreed: '' },
    constraints: { agreed: constraints.RecordMatchDto.agreed },
    check: ({ proposalId }) => (proposalId === '' ? { proposalId: this.t('matching.record.choose') } : {}),
  });
  protected readonly options = computed(() =>
    (this.candidates.value()?.items ?? []).map((item) => ({
      value: item.proposalId,
      label: `${item.organisationName}, ${item.challengeTitle} (${item.ownerName})`,
    })),
  );

  constructor() {
    describePage(() => ({ title: this.t('matching.record.title') }));
  }

  /** The link may name the proposal. */
  ngOnInit(): void {
    this.form.set('proposalId', this.proposal() ?? '');
  }

  protected async record(): Promise<void> {
    const dates = { introductionOn: this.introductionOn(), nextCheckInOn: this.nextCheckInOn() };
    const match = await this.form.submit((value) => this.api.post<MatchPageDto>('/taskforce/matches', { ...value, ...dates }));
    if (match !== undefined) await this.router.navigate(['/taskforce/matches', match.id]);
  }
}
