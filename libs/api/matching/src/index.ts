export { MatchingModule } from './matching.module';
export { matchingEntities } from './matching.entities';
export { matchingTexts } from './matching.texts';
