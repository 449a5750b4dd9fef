export { ChallengesModule } from './challenges.module';
export { challengesEntities } from './challenges.entities';
export { challengesTexts } from './challenges.texts';
