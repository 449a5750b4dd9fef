import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyPartnerCallsDto } from '@htsm/contracts';
import { injectText, readScreen } from '@htsm/web/core';
import { Button, ReadFailure } from '@htsm/web/ui';

/** Calls for partners beside the recommendations: those that fit, and answers that wait. Nothing when there are none. */
@Component({
  selector: 'htsm-fitting-calls',
  imports: [Button, ReadFailure, RouterLink],
  template: `
    @if (page.problem(); as problem) {
      <htsm-read-failure [problem]="problem" (again)="page.reload()" />
    }
    @if (page.value(); as it) {
      @if (it.fitting.length > 0 || it.own.length > 0 || it.given.length > 0) {
        <section class="panel top-rule" aria-labelledby="fitting-head">
          <h2 id="fitting-head">{{ t('matching.calls.fitting') }}</h2>
          <ul>
            @for (call of it.fitting; track call.id) {
              <li>
                <div>
                  <p>
                    <a routerLink="/my/partner-calls">{{
                      t('matching.calls.fittingLine', { name: call.organisationName, challenge: call.challengeTitle })
                    }}</a>
                  </p>
                  @if (call.fits.length > 0) {
                    <p class="soft small">{{ t('matching.calls.fits', { words: call.fits.join(', ') }) }}</p>
                  }
                </div>
              </li>
            }
          </ul>
          <p>
            <a htsm-button isSmall routerLink="/my/partner-calls">{{ t('matching.calls.toMine') }}</a>
          </p>
        </section>
      }
    }
  `,
  styleUrl: '../shared/short-list.css',
})
export class FittingCalls {
  protected readonly t = injectText();
  protected readonly page = readScreen<MyPartnerCallsDto>(() => '/my/partner-calls');
}
