import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { CoreModule, type Config } from '@htsm/api/core';
import { roomModules, texts } from './rooms';

/** Lists the rooms, nothing else. */
@Module({})
export class AppModule {
  /** `source` is the open connection pool of this process's database role. */
  static with(config: Config, source: DataSource): DynamicModule {
    return { module: AppModule, imports: [CoreModule.with({ config, source, texts }), ...roomModules] };
  }
}
