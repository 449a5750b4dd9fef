import { ApiProperty } from '@nestjs/swagger';
import { BODIES } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  EmailField,
  IdField,
  InstantField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { MEMBER_ROLES, type BodyName, type MemberRole } from './session.dto';

/** Search in people: part of a name, an address or an organisation. */
export class PeopleQueryDto {
  @TextField({ max: 100, optional: true }) readonly q?: string;
  @TextField({ max: 500, optional: true }) readonly cursor?: string;
}

/** An organisation of a person, by name. */
export class PersonOrganisationDto {
  @TextField({ max: 200 }) name!: string;
  @ChoiceField(MEMBER_ROLES) role!: MemberRole;
}

/** A person as an administrator sees them. */
export class PersonDto {
  @IdField() id!: string;
  @TextField({ max: 120 }) name!: string;
  @EmailField() email!: string;
  @ChoicesField(BODIES) bodies!: BodyName[];
  @ObjectsField(() => PersonOrganisationDto, { maxItems: 50 }) organisations!: PersonOrganisationDto[];
  @BooleanField({ description: 'Whether the address was confirmed.' }) isConfirmed!: boolean;
  @BooleanField({ description: 'Whether the account was switched off.' }) isDisabled!: boolean;
  @InstantField() createdAt!: string;
}

/** People by name. */
export class PeoplePageDto {
  @ObjectsField(() => PersonDto, { maxItems: 50 }) items!: PersonDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
