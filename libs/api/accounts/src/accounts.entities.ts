import { UserEntity } from './account/user.entity';
import { OrganisationEntity } from './organisations/organisation.entity';

/** The tables of this room, for the connection's entity list. */
export const accountsEntities: (abstract new () => object)[] = [UserEntity, OrganisationEntity];
