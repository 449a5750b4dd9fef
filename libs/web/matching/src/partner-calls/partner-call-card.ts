import { booleanAttribute, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PartnerCallDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Pill, Tags, type Tone } from '@htsm/web/ui';

const TONES: Readonly<Record<PartnerCallDto['state'], Tone>> = { open: 'live', ended: 'done', withdrawn: 'stop' };

/** A call for partners: who, what it brings and seeks, and until when. What is to be done with it goes inside. */
@Component({
  selector: 'htsm-partner-call-card',
  imports: [Pill, RouterLink, Tags],
  template: `
    @let it = call();
    <p>
      <b>{{ it.organisationName }}</b>&ngsp;<htsm-pill [tone]="tones[it.state]">{{
        t('matching.calls.state.' + it.state)
      }}</htsm-pill>
    </p>
    @if (hasChallenge()) {
      <p class="soft">
        <a [routerLink]="['/my/teams', it.challengeSlug]">{{ it.challengeTitle }}</a>
      </p>
    }
    <p>{{ t('matching.calls.brings') }}: {{ it.brings }}</p>
    <p>{{ t('matching.calls.seeks') }}: {{ it.seeks }}</p>
    @if (it.capabilities.length > 0) {
      <htsm-tags [items]="it.capabilities" />
    }
    @if (it.fits.length > 0) {
      <p class="soft">{{ t('matching.calls.fits', { words: it.fits.join(', ') }) }}</p>
    }
    @if (it.state === 'open') {
      <p class="soft">{{ t('matching.calls.until', { moment: formats().moment(it.endsAt) }) }}</p>
    }
    @if (it.withdrawReason !== '') {
      <p class="soft">{{ t('matching.calls.withdrawnBecause', { reason: it.withdrawReason }) }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-2);
      padding-block: var(--space-4);
      border-block-start: var(--rule) solid var(--line);
      overflow-wrap: anywhere;
    }
  `,
})
export class PartnerCallCard {
  readonly call = input.required<PartnerCallDto>();
  /** Whether to name the challenge: where calls of several stand together. */
  readonly hasChallenge = input(false, { transform: booleanAttribute });

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly tones = TONES;
}
