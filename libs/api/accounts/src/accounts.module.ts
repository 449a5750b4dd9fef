import { Module } from '@nestjs/common';

/** The accounts room. */
@Module({})
export class AccountsModule {}
