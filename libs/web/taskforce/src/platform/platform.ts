import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NightlyChecksDto } from '@htsm/contracts';
import { describePage, injectFormats, injectPlural, injectText, readScreen } from '@htsm/web/core';
import { Message, PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';

/** Page `/taskforce/platform`: what the nightly check found. */
@Component({
  selector: 'htsm-platform',
  imports: [Message, PageHead, ReadFailure, RouterLink, Skeleton],
  templateUrl: './platform.html',
  styleUrl: './platform.css',
})
export class Platform {
  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly checks = readScreen<NightlyChecksDto>(() => '/administration/nightly-checks');
  /** The last check that was done; undefined before the first night. */
  protected readonly last = computed(() => this.checks.value()?.items.find(({ endedAt }) => endedAt !== null));

  constructor() {
    describePage(() => ({ title: this.t('taskforce.platform.title') }));
  }
}
