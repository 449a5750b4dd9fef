import { LINK_KINDS, LINK_LIMITS, type LinkKind } from '@htsm/domain';
import { ChoiceField, DateField, IdField, IntField, ObjectsField, TextField } from '@htsm/api/core';

/** What binds a member of the panel to an organisation, on the platform or outside it. */
export class LinkFieldsDto {
  @ChoiceField(LINK_KINDS) kind!: LinkKind;
  @TextField({ min: 2, max: LINK_LIMITS.name }) organisationName!: string;
  /** Eight digits, or empty. */
  @TextField({ max: 20 }) kvkNumber!: string;
  /** Domain of its mail addresses, or empty. */
  @TextField({ max: LINK_LIMITS.domain }) mailDomain!: string;
  /** The day on which it ended, or null while it lasts. */
  @DateField({ nullable: true }) endedOn!: string | null;
}

/** A declared link. */
export class LinkDto extends LinkFieldsDto {
  @IdField() id!: string;
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
}

/** What the actor declared, those that last first, then by name. */
export class LinksDto {
  @ObjectsField(() => LinkDto, { maxItems: LINK_LIMITS.count }) items!: LinkDto[];
}

/** A link as it is from now on. */
export class ChangeLinkDto extends LinkFieldsDto {
  /** Version that the change is based on. */
  @IntField({ min: 1, max: 2_147_483_647 }) readonly version!: number;
}
