import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from '../access/allow';

/** For supervisors: whether the process lives, and whether it can do its work. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Asks the database for the time; 503 when it does not answer. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    await this.source.query('SELECT htsm_now()').catch(() => {
      throw new ServiceUnavailableException();
    });
    return { status: 'ok' };
  }
}
