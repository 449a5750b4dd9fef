import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NightlyChecksDto } from '@htsm/contracts';
import { describePage, injectFormats, injectPlural, injectText, readScreen } from '@htsm/web/core';
import { Message, PageHead, Skeleton } from '@htsm/web/ui';
import { ReadFailure } from '../shared/read-failure';
import { TroubledMails } from './troubled-mails';

const STATES = ['uncertain', 'failed', 'suppressed'] as const;
type State = (typeof STATES)[number];

/** Page `/taskforce/platform`: what the nightly check found, and mails that may not have arrived. */
@Component({
  selector: 'htsm-platform',
  imports: [Message, PageHead, ReadFailure, RouterLink, Skeleton, TroubledMails],
  templateUrl: './platform.html',
  styleUrl: './platform.css',
})
export class Platform {
  /** Which mails are shown: a state, the uncertain ones without it. */
  readonly mails = input<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly states = STATES;
  protected readonly state = computed<State>(() => STATES.find((state) => state === this.mails()) ?? 'uncertain');
  protected readonly checks = readScreen<NightlyChecksDto>(() => '/administration/nightly-checks');
  /** The last check that was done; undefined before the first night. */
  protected readonly last = computed(() => this.checks.value()?.items.find(({ endedAt }) => endedAt !== null));

  constructor() {
    describePage(() => ({ title: this.t('taskforce.platform.title') }));
  }
}
