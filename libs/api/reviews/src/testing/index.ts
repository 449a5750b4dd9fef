export * from './review.factory';
