export { AccountsModule } from './accounts.module';
export { accountsEntities } from './accounts.entities';
export { accountsTexts } from './accounts.texts';
export { CreateAccount, type AccountToCreate, type OrganisationToCreate } from './create-account';
