import { Module } from '@nestjs/common';

/** The matching room. */
@Module({})
export class MatchingModule {}
