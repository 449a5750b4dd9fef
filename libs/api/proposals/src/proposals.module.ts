import { Module } from '@nestjs/common';

/** The proposals room. */
@Module({})
export class ProposalsModule {}
