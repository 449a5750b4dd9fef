import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePage, injectText } from '@htsm/web/core';
import { PageHead } from '@htsm/web/ui';
import { ModeratedCalls } from '../partner-calls/moderated-calls';
import { TeamGap } from './team-gap';

/** What a team that the taskforce composes misses for a challenge. */
@Component({
  selector: 'htsm-any-team',
  imports: [ModeratedCalls, PageHead, RouterLink, TeamGap],
  template: `
    <div class="wrap">
      <a class="back" [routerLink]="['/taskforce/challenges', id(), 'suggestions']"
        ><span aria-hidden="true">←</span> {{ t('matching.board.title') }}</a
      >
      <htsm-page-head isDesk [heading]="t('matching.team.anyTitle')" [lead]="t('matching.team.anyLead')" />
      <htsm-team-gap [path]="path()" />
      <htsm-moderated-calls [id]="id()" />
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
  `,
})
export class AnyTeam {
  /** Of the challenge. */
  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly path = computed(() => `/taskforce/challenges/${this.id()}`);

  constructor() {
    describePage(() => ({ title: this.t('matching.team.anyTitle') }));
  }
}
