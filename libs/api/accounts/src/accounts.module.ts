import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AccountRows } from './account-rows';
import { AccountController } from './account/account.controller';
import { AccountService } from './account/account.service';
import { ChangeEmail } from './account/change-email';
import { ChangePassword } from './account/change-password';
import { CompleteEmailChange } from './account/complete-email-change';
import { EmailChangeController } from './account/email-change.controller';
import { ProveYourself } from './account/prove-yourself';
import { AccountSwitches } from './administration/account-switches';
import { AdministrationController } from './administration/administration.controller';
import { AdministrationService } from './administration/administration.service';
import { CreateAccount } from './create-account';
import { IdentityProvidersController } from './identity-providers/identity-providers.controller';
import { IdentityProvidersService } from './identity-providers/identity-providers.service';
import { LinkIdentity } from './identity-providers/link-identity';
import { OwnIdentities } from './identity-providers/own-identities';
import { OwnIdentitiesController } from './identity-providers/own-identities.controller';
import { ProviderClient } from './identity-providers/provider-client';
import { ProviderRows } from './identity-providers/provider-rows';
import { ProviderSessionsController } from './identity-providers/provider-sessions.controller';
import { ProviderSignIn } from './identity-providers/provider-sign-in';
import { ProviderDoor, ProviderVisit } from './identity-providers/provider-visit';
import { AcceptInvitation } from './invitations/accept-invitation';
import { InvitationRows } from './invitations/invitation-rows';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsService } from './invitations/invitations.service';
import { InvitedPeople } from './invitations/invited-people';
import { InvitedSession } from './invitations/invited-session';
import { LinkTokens } from './link-tokens';
import { MembersService } from './organisations/members.service';
import { OrganisationsController } from './organisations/organisations.controller';
import { OrganisationsService } from './organisations/organisations.service';
import { PasswordResetsController } from './password-resets/password-resets.controller';
import { CompletePasswordReset } from './password-resets/complete-password-reset';
import { RequestPasswordReset } from './password-resets/request-password-reset';
import { BreachedPasswords } from './passwords/breached-passwords';
import { NewPasswords } from './passwords/new-passwords';
import { PasswordHasher } from './passwords/password-hasher';
import { ReplacePassword } from './passwords/replace-password';
import { ConfirmEmail } from './registrations/confirm-email';
import { KeepRegistration } from './registrations/keep-registration';
import { Register } from './registrations/register';
import { RegistrationsController } from './registrations/registrations.controller';
import { AddPasskey } from './second-factors/add-passkey';
import { EnrolAuthenticator } from './second-factors/enrol-authenticator';
import { FactorChanges } from './second-factors/factor-changes';
import { FactorRows } from './second-factors/factor-rows';
import { PasskeyCeremony } from './second-factors/passkey-ceremony';
import { PasskeyRows } from './second-factors/passkey-rows';
import { RecoveryCodes } from './second-factors/recovery-codes';
import { SecondFactorsController } from './second-factors/second-factors.controller';
import { SecondFactorsService } from './second-factors/second-factors.service';
import { CheckCredentials } from './sessions/check-credentials';
import { ShowFactor } from './second-factors/show-factor';
import { UsePasskey } from './second-factors/use-passkey';
import { BrowserSession } from './sessions/browser-session';
import { CompleteSignIn } from './sessions/complete-sign-in';
import { DescribeSession } from './sessions/describe-session';
import { LocalStrategy } from './sessions/local.strategy';
import { OpenSession } from './sessions/open-session';
import { PasskeySessionsController } from './sessions/passkey-sessions.controller';
import { PasskeySignIn } from './sessions/passkey-sign-in';
import { SessionTouchInterceptor } from './sessions/session-touch.interceptor';
import { SignInSteps } from './sessions/sign-in-steps';
import { StartSession } from './sessions/start-session';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsService } from './sessions/sessions.service';

/** The accounts room: people, organisations, sessions, invitations and roles. */
@Module({
  imports: [PassportModule],
  controllers: [
    SessionsController,
    PasskeySessionsController,
    ProviderSessionsController,
    OwnIdentitiesController,
    IdentityProvidersController,
    RegistrationsController,
    PasswordResetsController,
    InvitationsController,
    AccountController,
    EmailChangeController,
    SecondFactorsController,
    OrganisationsController,
    AdministrationController,
  ],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: SessionTouchInterceptor },
    AcceptInvitation,
    AccountRows,
    AccountService,
    AccountSwitches,
    AddPasskey,
    AdministrationService,
    BreachedPasswords,
    BrowserSession,
    ChangeEmail,
    ChangePassword,
    CheckCredentials,
    CompleteEmailChange,
    CompletePasswordReset,
    CompleteSignIn,
    ConfirmEmail,
    CreateAccount,
    DescribeSession,
    EnrolAuthenticator,
    FactorChanges,
    FactorRows,
    IdentityProvidersService,
    InvitationRows,
    InvitationsService,
    InvitedPeople,
    InvitedSession,
    KeepRegistration,
    LinkIdentity,
    LinkTokens,
    LocalStrategy,
    MembersService,
    NewPasswords,
    OpenSession,
    OrganisationsService,
    OwnIdentities,
    PasskeyCeremony,
    PasskeyRows,
    PasskeySignIn,
    PasswordHasher,
    ProveYourself,
    ProviderClient,
    ProviderDoor,
    ProviderRows,
    ProviderSignIn,
    ProviderVisit,
    RecoveryCodes,
    Register,
    RequestPasswordReset,
    ReplacePassword,
    SecondFactorsService,
    SessionsService,
    ShowFactor,
    SignInSteps,
    StartSession,
    UsePasskey,
  ],
  exports: [CreateAccount, InvitedPeople, InvitedSession],
})
export class AccountsModule {}
