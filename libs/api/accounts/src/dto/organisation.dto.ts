import { ORGANISATION_KINDS, REGIONS, type OrganisationKind, type Region } from '@htsm/domain';
import {
  ChoiceField,
  EmailField,
  IdField,
  InstantField,
  IntField,
  ObjectsField,
  TextField,
  UrlField,
} from '@htsm/api/core';
import { MEMBER_ROLES, type MemberRole } from './session.dto';

/** The facts of an organisation; what it can do stands in its profile. */
export class OrganisationDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) name!: string;
  @ChoiceField(ORGANISATION_KINDS) kind!: OrganisationKind;
  @TextField({ max: 8 }) kvkNumber!: string;
  /** KvK number of the top of its group; empty when it stands alone or is that top itself. */
  @TextField({ max: 8 }) groupKvkNumber!: string;
  @TextField({ max: 100 }) city!: string;
  @ChoiceField(REGIONS, { nullable: true }) region!: Region | null;
  @UrlField() website!: string;
  @IntField({ min: 1, max: 1_000_000, nullable: true }) employees!: number | null;
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
}

/** The facts as its members change them; name, kind and KvK number are fixed. */
export class ChangeOrganisationDto {
  @TextField({ max: 100 }) readonly city!: string;
  @ChoiceField(REGIONS, { nullable: true }) readonly region!: Region | null;
  @UrlField() readonly website!: string;
  /** Eight digits, or empty. */
  @TextField({ max: 20 }) readonly groupKvkNumber!: string;
  @IntField({ min: 1, max: 1_000_000, nullable: true }) readonly employees!: number | null;
  @IntField({ min: 1, max: 2_147_483_647 }) readonly version!: number;
}

/** A colleague. */
export class MemberDto {
  @IdField() userId!: string;
  @TextField({ max: 120 }) name!: string;
  @EmailField() email!: string;
  @ChoiceField(MEMBER_ROLES) role!: MemberRole;
  @InstantField() since!: string;
}

/** Everybody of an organisation, owners first, then by name. */
export class MembersDto {
  @ObjectsField(() => MemberDto, { maxItems: 500 }) items!: MemberDto[];
}
