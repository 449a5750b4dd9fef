import { afterNextRender, Component, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MatchableProposalDto, type MatchPageDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextArea, Toasts } from '@htsm/web/ui';
import { DateField } from '../shared/date-field';
import { emptyMatch, matchLimits, toRecord, type MatchForm } from '../shared/match-form';

/** Records what came of an awarded proposal; both sides get it by mail. */
@Component({
  selector: 'htsm-record-match',
  imports: [Button, DateField, ErrorSummary, RouterLink, TextArea],
  template: `
    <section class="panel top-rule" aria-labelledby="record-head">
      <h2 id="record-head" tabindex="-1" #head>
        {{ t('matching.record.head', { organisation: award().organisationName }) }}
      </h2>
      <p class="soft">
        {{ t('matching.toRecord.for', { challenge: award().challengeTitle, owner: award().ownerName }) }}.
        {{ t('matching.record.proposal', { title: award().proposalTitle }) }}
      </p>
      <form class="stack" (submit)="$event.preventDefault(); record()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-text-area
          [htsmField]="form.field('agreed')"
          [label]="t('matching.agreed')"
          [hint]="t('matching.agreedHint')"
          [sees]="t('matching.record.sees')"
          [rows]="5"
        />
        <htsm-date-field
          [htsmField]="form.field('introductionOn')"
          [label]="t('matching.introduction')"
          [hint]="t('matching.introductionHint')"
          [isOptional]="true"
        />
        <htsm-date-field
          [htsmField]="form.field('nextCheckInOn')"
          [label]="t('matching.checkIn')"
          [hint]="t('matching.checkInHint')"
          [isOptional]="true"
        />
        <p class="row">
          <button
            htsm-button
            kind="primary"
            type="submit"
            [busy]="form.isBusy()"
            [busyText]="t('matching.record.busy')"
          >
            {{ t('matching.record.go') }}
          </button>
          <a htsm-button kind="plain" routerLink="/taskforce/matches">{{ t('matching.record.cancel') }}</a>
        </p>
      </form>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      font-size: var(--text-lg);
    }
    h2:focus {
      outline: none;
      box-shadow: none;
    }
    form {
      padding-block-start: var(--space-4);
    }
  `,
})
export class RecordMatch {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');

  readonly award = input.required<MatchableProposalDto>();

  protected readonly t = injectText();
  protected readonly form = createForm<MatchForm>({ initial: emptyMatch, constraints: matchLimits });

  constructor() {
    // The form takes the place of the button that was pressed, so focus would be lost.
    afterNextRender({ read: () => this.head().nativeElement.focus({ preventScroll: true }) });
  }

  protected async record(): Promise<void> {
    const match = await this.form.submit((form) =>
      this.api.post<MatchPageDto>('/taskforce/matches', toRecord(form, this.award().proposalId)),
    );
    if (match === undefined) return;
    this.toasts.show(this.t('matching.record.done'));
    await this.router.navigate(['/taskforce/matches', match.id]);
  }
}
