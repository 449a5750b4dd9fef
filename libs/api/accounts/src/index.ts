export { AccountsModule } from './accounts.module';
export { accountsEntities } from './accounts.entities';
export { accountsTexts } from './accounts.texts';
