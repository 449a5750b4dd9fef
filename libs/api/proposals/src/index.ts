export { ProposalsModule } from './proposals.module';
export { proposalsEntities } from './proposals.entities';
export { proposalsTexts } from './proposals.texts';
