import { Module } from '@nestjs/common';

/** The reviews room. */
@Module({})
export class ReviewsModule {}
