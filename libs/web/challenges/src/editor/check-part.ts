import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { ApiClient, injectPlural, injectText, Problem } from '@htsm/web/core';
import { Button, ErrorSummary, Message, Toasts } from '@htsm/web/ui';
import { DossierView } from '../shared/dossier-view';
import { FindingList } from '../shared/finding-list';
import { type EditorSession } from './editor-session';

/** Check your answers: what still blocks, what may help, everything as readers will see it, and sending it in. */
@Component({
  selector: 'htsm-check-part',
  imports: [Button, DossierView, ErrorSummary, FindingList, Message],
  template: `
    @let dossier = session().dossier();
    @if (dossier.blocking.length > 0) {
      <htsm-message tone="act" [heading]="plural('challenges.findings.blocking', dossier.blocking.length)">
        <htsm-finding-list [findings]="dossier.blocking" [challengeId]="dossier.id" [hasSection]="true" />
      </htsm-message>
    } @else {
      <htsm-message tone="live" [heading]="t('challenges.findings.none')">{{
        t('challenges.findings.noneText')
      }}</htsm-message>
    }
    @if (dossier.advice.length > 0) {
      <htsm-message tone="wait" [heading]="t('challenges.findings.advice')">
        <htsm-finding-list [findings]="dossier.advice" [challengeId]="dossier.id" [hasSection]="true" />
      </htsm-message>
    }
    <htsm-error-summary [form]="session().form" />
    @if (failure(); as failed) {
      <htsm-message tone="stop" isAlert [heading]="failed.title">{{ failed.detail }}</htsm-message>
    }
    <div class="send">
      <button
        htsm-button
        kind="primary"
        type="button"
        [busy]="isBusy()"
        [busyText]="t('challenges.editor.sending')"
        [blocked]="blocked()"
        (click)="send()"
      >
        {{ t('challenges.editor.send') }}
      </button>
      <p class="hint">{{ t('challenges.editor.sendHint') }}</p>
    </div>
    <section class="panel">
      <htsm-dossier-view [dossier]="dossier" />
    </section>
  `,
  styleUrl: './part.css',
  styles: `
    .send {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
    }
  `,
})
export class CheckPart {
  readonly session = input.required<EditorSession>();

  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly isBusy = signal(false);
  protected readonly failure = signal<Problem | undefined>(undefined);
  protected readonly blocked = computed(() =>
    this.session().dossier().blocking.length === 0 ? '' : this.t('challenges.editor.sendBlocked'),
  );

  protected async send(): Promise<void> {
    const { autosave, dossier, form } = this.session();
    if (!form.validate()) return;
    this.isBusy.set(true);
    this.failure.set(undefined);
    try {
      if (!(await autosave.flush())) return;
      const path = `/my/challenges/${dossier().id}`;
      await this.api.post<ChallengeDossierDto>(`${path}/submission`, { version: autosave.currentVersion });
      this.toasts.show(this.t('challenges.editor.sent'));
      await this.router.navigateByUrl(path);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.failure.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
