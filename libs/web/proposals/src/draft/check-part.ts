import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyProposalDto, type SubmissionDto } from '@htsm/contracts';
import { ApiClient, injectFormats, injectPlural, injectText, newKey, Problem } from '@htsm/web/core';
import { Button, Confirm, Message } from '@htsm/web/ui';
import { injectTitleOf } from '../shared/own-language';
import { ProposalAnswers } from '../view/proposal-answers';
import { type Draft } from './draft';
import { gapLines } from './draft-parts';

/** The last page: what is still missing, all answers to check, and the button that submits. */
@Component({
  selector: 'htsm-check-part',
  imports: [Button, Confirm, Message, ProposalAnswers, RouterLink],
  templateUrl: './check-part.html',
  styleUrl: './part.css',
})
export class CheckPart {
  private readonly api = inject(ApiClient);
  /** One key for one version: a repeated press is the same submission, a changed draft a new one. */
  private key = { version: 0, value: '' };

  readonly draft = input.required<Draft>();
  readonly isUploading = input.required<boolean>();
  readonly isClosed = input.required<boolean>();
  readonly submitted = output<SubmissionDto>();
  readonly withdrawn = output<MyProposalDto>();
  /** Id of the proposal that changed elsewhere and must be read again. */
  readonly stale = output<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  private readonly titleOf = injectTitleOf();
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly proposal = computed(() => this.draft().proposal);
  protected readonly gaps = computed(() =>
    gapLines(this.draft().gaps(), this.proposal(), { t: this.t, titleOf: this.titleOf }),
  );
  protected readonly blocked = computed(() => {
    if (this.isClosed()) return this.t('proposals.check.blockedClosed');
    if (this.gaps().length > 0) return this.plural('proposals.check.blockedGaps', this.gaps().length);
    return this.isUploading() ? this.t('proposals.check.blockedUpload') : '';
  });

  protected async submit(): Promise<void> {
    await this.act(async () => {
      const { autosave, proposal } = this.draft();
      if (!(await autosave.flush())) return;
      const version = autosave.currentVersion;
      if (this.key.version !== version) this.key = { version, value: newKey() };
      const body = { version, submitKey: this.key.value };
      this.submitted.emit(await this.api.post<SubmissionDto>(`/my/proposals/${proposal.id}/submission`, body));
    });
  }

  protected async withdraw(question: Confirm): Promise<void> {
    if (!(await question.ask())) return;
    await this.act(async () => {
      const { autosave, proposal } = this.draft();
      await autosave.flush();
      const body = { version: autosave.currentVersion };
      this.withdrawn.emit(await this.api.post<MyProposalDto>(`/my/proposals/${proposal.id}/withdrawal`, body));
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.problem.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
