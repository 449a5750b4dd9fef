import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SecondFactorsDto } from '@htsm/contracts';
import { describePage, injectText, readScreen, Session } from '@htsm/web/core';
import { Button, Message, PageHead, Skeleton } from '@htsm/web/ui';
import { AccountMenu } from '../account/account-menu';
import { ProofDialog } from '../proof/proof-dialog';
import { AuthenticatorPart } from './authenticator-part';
import { IdentitiesPart } from './identities-part';
import { PasskeysPart } from './passkeys-part';
import { RecoveryPart } from './recovery-part';
import { ShownCodes } from './shown-codes';

/** Page `/account/security`: the second steps of signing in. Whoever owes one can go nowhere else. */
@Component({
  selector: 'htsm-security',
  imports: [
    AccountMenu,
    IdentitiesPart,
    AuthenticatorPart,
    Button,
    Message,
    PageHead,
    PasskeysPart,
    ProofDialog,
    RecoveryPart,
    RouterLink,
    ShownCodes,
    Skeleton,
  ],
  template: `
    <div class="wrap">
      <htsm-account-menu />
      <htsm-page-head [heading]="t('accounts.security.title')" [lead]="t('accounts.security.lead')" />
      @if (owes()) {
        <htsm-message tone="act" [heading]="t('accounts.security.owesTitle')">
          {{ t('accounts.security.owesText') }}
        </htsm-message>
      }
      @if (notice() === 'linked') {
        <htsm-message tone="live" [isAlert]="true">{{ t('accounts.identities.linked') }}</htsm-message>
      }
      @if (codes().length > 0) {
        <htsm-shown-codes [codes]="codes()" (kept)="codes.set([])" />
      } @else if (isJustDone()) {
        <htsm-message tone="live" [isAlert]="true">
          {{ t('accounts.security.doneText') }}
          <a htsm-button kind="primary" [routerLink]="session.homePath()">{{ t('accounts.security.goOn') }}</a>
        </htsm-message>
      }
      @if (factors.value(); as shown) {
        <htsm-authenticator-part [factors]="shown" (changed)="changed($event)" />
        <htsm-passkeys-part [passkeys]="shown.passkeys" (changed)="changed($event)" />
        @if (shown.authenticator || shown.passkeys.length > 0) {
          <htsm-recovery-part [left]="shown.recoveryCodesLeft" (changed)="changed($event)" />
        }
        @if (!owes()) {
          <htsm-identities-part />
        }
        <htsm-proof-dialog />
      } @else if (factors.problem(); as problem) {
        <htsm-message tone="stop" [heading]="problem.title" [isAlert]="true">{{ problem.detail }}</htsm-message>
      } @else {
        <htsm-skeleton [lines]="4" />
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class Security {
  protected readonly session = inject(Session);

  /** What became of linking an account at an organisation. */
  readonly notice = input<string>();

  protected readonly t = injectText();
  protected readonly factors = readScreen<SecondFactorsDto>(() => '/account/second-factors');
  /** Recovery codes that were just made: the only time they can be read. */
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly owes = computed(() => this.session.user()?.owesSecondFactor === true);
  private readonly owedAtFirst = this.owes();
  protected readonly isJustDone = computed(() => this.owedAtFirst && !this.owes());

  constructor() {
    describePage(() => ({ title: this.t('accounts.security.title') }));
  }

  /** Reads everything again after a change; new recovery codes are shown until the reader has kept them. */
  protected async changed(codes: readonly string[]): Promise<void> {
    if (codes.length > 0) this.codes.set(codes);
    this.factors.reload();
    await this.session.load();
  }
}
