export { ReviewsModule } from './reviews.module';
export { reviewsEntities } from './reviews.entities';
export { reviewsTexts } from './reviews.texts';
