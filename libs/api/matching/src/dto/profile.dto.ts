import {
  COMPANY_SIZES,
  LOCALES,
  PROFILE_DOCUMENT_KINDS,
  PROFILE_LIMITS,
  REGIONS,
  type Certificate,
  type CompanySize,
  type Locale,
  type ProfileDocumentKind,
  type Region,
  type Theme,
} from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  CodesField,
  IdField,
  InstantField,
  IntField,
  ObjectsField,
  TextField,
  TextsField,
} from '@htsm/api/core';

const MOST_VERSIONS = 2_000_000_000;

/** Whose profile; the first of one's own organisations that may have one when it is left out. */
export class ProfileQueryDto {
  @IdField({ optional: true }) readonly organisationId?: string;
}

/** What an organisation says of itself. */
export class ProfileFieldsDto {
  /** The language of `about` and `capabilities`. */
  @ChoiceField(LOCALES) locale!: Locale;
  @TextField({ max: PROFILE_LIMITS.about }) about!: string;
  @CodesField({ max: 20 }) themes!: Theme[];
  /** Free words, such as "laser welding"; doubles are left out. */
  @TextsField({ maxItems: PROFILE_LIMITS.capabilities, min: 1, max: PROFILE_LIMITS.capability })
  capabilities!: string[];
  /** Where it works. */
  @ChoicesField(REGIONS) regions!: Region[];
  @CodesField({ max: 40 }) certificates!: Certificate[];
  @ChoiceField(COMPANY_SIZES, { nullable: true }) size!: CompanySize | null;
  /** Lowest technology readiness level at which it steps in. */
  @IntField({ min: 1, max: 9, nullable: true }) trlMin!: number | null;
  /** Highest technology readiness level up to which it goes; not below `trlMin`. */
  @IntField({ min: 1, max: 9, nullable: true }) trlMax!: number | null;
  /** Whether challenge owners may see its name in suggestions. */
  @BooleanField() showsName!: boolean;
}

/** The profile as its members change it. */
export class ChangeProfileDto extends ProfileFieldsDto {
  /** Whose profile, as in the query. */
  @IdField({ optional: true }) readonly organisationId?: string;
  /** Version that the change is based on; 0 for a profile that was never saved. */
  @IntField({ min: 0, max: MOST_VERSIONS }) readonly version!: number;
}

/** A project, product or certificate. */
export class ProfileDocumentFieldsDto {
  @ChoiceField(PROFILE_DOCUMENT_KINDS) kind!: ProfileDocumentKind;
  @TextField({ min: 1, max: PROFILE_LIMITS.documentTitle }) title!: string;
  @TextField({ min: 1, max: PROFILE_LIMITS.documentText }) text!: string;
  @IntField({ min: PROFILE_LIMITS.firstYear, max: PROFILE_LIMITS.lastYear, nullable: true }) year!: number | null;
  /** The language of title and text. */
  @ChoiceField(LOCALES) locale!: Locale;
}

/** A new document of a profile. */
export class AddProfileDocumentDto extends ProfileDocumentFieldsDto {
  /** Whose profile, as in the query. */
  @IdField({ optional: true }) readonly organisationId?: string;
}

/** A document as its members change it. */
export class ChangeProfileDocumentDto extends ProfileDocumentFieldsDto {
  /** Version that the change is based on. */
  @IntField({ min: 1, max: MOST_VERSIONS }) readonly version!: number;
}

/** A document of a profile. */
export class ProfileDocumentDto extends ProfileDocumentFieldsDto {
  @IdField() id!: string;
  @InstantField() createdAt!: string;
  @InstantField() updatedAt!: string;
  @IntField({ min: 1, max: MOST_VERSIONS }) version!: number;
}

/** A profile with its documents, the oldest first. */
export class ProfileDto extends ProfileFieldsDto {
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  /** 0 for a profile that was never saved: its fields are what is known of the organisation. */
  @IntField({ min: 0, max: MOST_VERSIONS }) version!: number;
  @InstantField({ nullable: true }) updatedAt!: string | null;
  @ObjectsField(() => ProfileDocumentDto, { maxItems: PROFILE_LIMITS.documents }) documents!: ProfileDocumentDto[];
}
