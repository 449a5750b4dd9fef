import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, ValidationFailed, type Actor, type FieldFault, type Tx, type UserActor } from '@htsm/api/core';
import { AccountRows } from '../account-rows';
import { AlreadyMember, InvitationForSomebodyElse, LinkNotUsable, SignInToAccept } from '../accounts.errors';
import { become } from '../become';
import type { AcceptInvitationDto, InvitationOfferDto } from '../dto/invitation.dto';
import { LinkTokens, type LinkRow } from '../link-tokens';
import { refuseWeakPassword } from '../passwords/password-field';
import { NewPasswords } from '../passwords/new-passwords';

/** Who joined, and whether the account was made for it. */
export interface Joined {
  readonly userId: string;
  readonly isNewcomer: boolean;
}

/** Joining an organisation by an invitation. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly links: LinkTokens,
    private readonly newPasswords: NewPasswords,
    private readonly accounts: AccountRows,
  ) {}

  /** What the invitation is about, without using it; throws LinkNotUsable. */
  async offer(token: string): Promise<InvitationOfferDto> {
    const bearer = this.links.bearer('invite', token);
    return this.database.as(bearer, async (tx) => {
      const link = await this.links.read(tx, 'invite', bearer.tokenId);
      const hasAccount = (await tx.row('SELECT user_id FROM auth_user_by_email($1)', [link.email])) !== null;
      return { organisationName: await invitingOrganisation(tx, link), email: link.email, hasAccount };
    });
  }

  /**
   * A signed-in person joins with the account that was invited; anybody else makes one with a name and a password.
   * Throws LinkNotUsable, SignInToAccept, InvitationForSomebodyElse, AlreadyMember and ValidationFailed.
   */
  async run(actor: Actor, locale: Locale, input: AcceptInvitationDto): Promise<Joined> {
    const bearer = this.links.bearer('invite', input.token);
    if (actor.kind === 'user') {
      return this.database.as(bearer, async (tx) =>
        this.joinAs(tx, actor, await this.links.use(tx, 'invite', bearer.tokenId)),
      );
    }
    const { name, password } = requireNewcomer(input);
    const passwordHash = await this.newPasswords.hash('password', password);
    return this.database.as(bearer, async (tx) => {
      const link = await this.links.use(tx, 'invite', bearer.tokenId);
      refuseWeakPassword('password', password, {
        name,
        email: link.email,
        organisationNames: [await invitingOrganisation(tx, link)],
      });
      return this.joinAsNewcomer(tx, link, { name, passwordHash, locale });
    });
  }

  private async joinAs(tx: Tx, actor: UserActor, link: LinkRow): Promise<Joined> {
    const organisationId = organisationOf(link);
    if (actor.email.toLowerCase() !== link.email.toLowerCase()) throw new InvitationForSomebodyElse();
    if (actor.organisations.some((own) => own.id === organisationId)) throw new AlreadyMember();
    await become(tx, actor.userId, [...actor.organisations.map((own) => own.id), organisationId]);
    await this.accounts.addMembership(tx, { userId: actor.userId, organisationId, role: 'member' });
    return { userId: actor.userId, isNewcomer: false };
  }

  private async joinAsNewcomer(
    tx: Tx,
    link: LinkRow,
    newcomer: { name: string; passwordHash: string; locale: Locale },
  ): Promise<Joined> {
    const organisationId = organisationOf(link);
    const known = await tx.row('SELECT user_id FROM auth_user_by_email($1)', [link.email]);
    if (known !== null) throw new SignInToAccept();
    const userId = randomUUID();
    await become(tx, userId, [organisationId]);
    await this.accounts.addPerson(tx, { userId, email: link.email, ...newcomer });
    await this.accounts.addMembership(tx, { userId, organisationId, role: 'member' });
    return { userId, isNewcomer: true };
  }
}

function organisationOf(link: LinkRow): string {
  if (link.organisation_id === null) throw new LinkNotUsable();
  return link.organisation_id;
}

async function invitingOrganisation(tx: Tx, link: LinkRow): Promise<string> {
  const row = await tx.row<{ name: string | null }>('SELECT auth_inviting_organisation($1) AS name', [link.id]);
  if (!row?.name) throw new LinkNotUsable();
  return row.name;
}

function requireNewcomer(input: AcceptInvitationDto): { name: string; password: string } {
  const faults: FieldFault[] = [];
  if (input.name === undefined) faults.push({ path: 'name', code: 'required' });
  if (input.password === undefined) faults.push({ path: 'password', code: 'required' });
  if (input.name === undefined || input.password === undefined) throw new ValidationFailed(faults);
  return { name: input.name, password: input.password };
}
