import { Module } from '@nestjs/common';

/** The challenges room. */
@Module({})
export class ChallengesModule {}
