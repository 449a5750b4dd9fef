import { inject, Service } from '@angular/core';
import { type PasskeyQuestionDto, type RecoveryCodesDto, type SessionDto } from '@htsm/contracts';
import { ApiClient, Language, Problem } from '@htsm/web/core';

/** The browser's side of passkeys; its library is fetched when it is needed. A reader who closes the question gets a `Problem`. */
@Service()
export class Passkeys {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);

  /** Makes a passkey on this device and adds it under a name; gives new recovery codes, if there are. */
  async add(name: string): Promise<RecoveryCodesDto> {
    const { options } = await this.api.post<PasskeyQuestionDto>('/account/second-factors/passkeys/question');
    const { startRegistration } = await import('@simplewebauthn/browser');
    const answer = await this.answered(startRegistration({ optionsJSON: JSON.parse(options) }));
    return this.api.post<RecoveryCodesDto>('/account/second-factors/passkeys', { name, answer });
  }

  /** Signs in with a passkey alone. */
  signIn(): Promise<SessionDto> {
    return this.show('/session/passkey');
  }

  /** Shows a passkey as the second step. */
  asSecondStep(): Promise<SessionDto> {
    return this.show('/session/second-factor/passkey');
  }

  private async show(path: string): Promise<SessionDto> {
    const { options } = await this.api.post<PasskeyQuestionDto>(`${path}/question`);
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const answer = await this.answered(startAuthentication({ optionsJSON: JSON.parse(options) }));
    return this.api.post<SessionDto>(path, { answer });
  }

  /** The device's answer as text; the browser throws when the reader closes its window or has no such passkey. */
  private async answered(answer: Promise<unknown>): Promise<string> {
    try {
      return JSON.stringify(await answer);
    } catch {
      throw new Problem(400, {
        code: 'passkey_not_given',
        title: this.language.t('accounts.passkeys.notGiven'),
        detail: this.language.t('accounts.passkeys.notGivenText'),
      });
    }
  }
}
