export { MatchingModule } from './matching.module';
export { matchingEntities } from './matching.entities';
export { matchingTexts } from './matching.texts';
export { Matches } from './matches/matches.service';
export { RecordMatch } from './matches/record-match';
export { ProfileDocuments } from './profiles/profile-documents.service';
export { Profiles } from './profiles/profiles.service';
export { RecommendRun } from './recommendations/recommend-run';
