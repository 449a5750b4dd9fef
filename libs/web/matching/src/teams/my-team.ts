import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePage, injectText } from '@htsm/web/core';
import { Button, PageHead } from '@htsm/web/ui';
import { CallsHere } from '../partner-calls/calls-here';
import { TeamGap } from './team-gap';

/** What the reader's own team misses for an open challenge. */
@Component({
  selector: 'htsm-my-team',
  imports: [Button, CallsHere, PageHead, RouterLink, TeamGap],
  template: `
    <div class="wrap">
      <a class="back" [routerLink]="['/challenges', slug()]"
        ><span aria-hidden="true">←</span> {{ t('matching.team.back') }}</a
      >
      <htsm-page-head isDesk [heading]="t('matching.team.title')" [lead]="t('matching.team.lead')" />
      <htsm-team-gap [path]="path()" />
      <htsm-calls-here [slug]="slug()" />
      <p class="row">
        <a htsm-button routerLink="/profile">{{ t('matching.recommendations.mine.profile') }}</a>
      </p>
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
    .row {
      margin-block-start: var(--space-5);
    }
  `,
})
export class MyTeam {
  /** Of the challenge. */
  readonly slug = input.required<string>();

  protected readonly t = injectText();
  protected readonly path = computed(() => `/challenges/${encodeURIComponent(this.slug())}`);

  constructor() {
    describePage(() => ({ title: this.t('matching.team.title') }));
  }
}
