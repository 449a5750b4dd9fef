import { IdField, IdsField, IntField } from '@htsm/api/core';

/** Who judges a challenge from now on. */
export class FormPanelDto {
  @IdsField({ minItems: 1, maxItems: 100 }) readonly memberIds!: string[];
  /** One of the members, or null. */
  @IdField({ nullable: true }) readonly chairId!: string | null;
  /** Version that the change is based on; 0 for a panel that is not formed. */
  @IntField({ min: 0, max: 2_147_483_647 }) readonly version!: number;
}

/** The panel of a challenge as it is formed. */
export class FormedPanelDto {
  /** 0 while it is not formed: then the whole review panel judges. */
  @IntField({ min: 0, max: 2_147_483_647 }) version!: number;
  /** By name; empty while it is not formed. */
  @IdsField({ maxItems: 100 }) memberIds!: string[];
  @IdField({ nullable: true }) chairId!: string | null;
}
