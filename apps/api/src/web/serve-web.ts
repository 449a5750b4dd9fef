import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import type { Config } from '@htsm/api/core';

export async function serveWeb(_app: NestFastifyApplication, _config: Config, _source: DataSource): Promise<void> {}
