import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { CheckCredentials, type VerifiedPerson } from './check-credentials';

/** Passport's e-mail and password strategy; it only verifies, the session is ours. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly checkCredentials: CheckCredentials) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  /** Called by Passport with the request; throws what CheckCredentials throws. */
  validate(request: { ip?: string }, email: string, password: string): Promise<VerifiedPerson> {
    return this.checkCredentials.run({ email: email.trim(), password, networkAddress: request.ip ?? '' });
  }
}
