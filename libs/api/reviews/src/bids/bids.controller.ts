import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, type UserActor } from '@htsm/api/core';
import { BidsDto, PlaceBidsDto } from '../dto/bids.dto';
import { Bids } from './bids.service';

/** What a member of a panel would gladly judge, by themselves. */
@ApiTags('reviews')
@Controller('my/bids')
@Allow('review_panel')
export class BidsController {
  constructor(private readonly bids: Bids) {}

  @Get()
  @ApiOkResponse({ type: BidsDto })
  read(@CurrentUser() actor: UserActor, @CurrentLocale() locale: Locale): Promise<BidsDto> {
    return this.bids.readOwn(actor, locale);
  }

  @Put()
  @ApiOkResponse({ type: BidsDto })
  place(
    @CurrentUser() actor: UserActor,
    @Body() input: PlaceBidsDto,
    @CurrentLocale() locale: Locale,
  ): Promise<BidsDto> {
    return this.bids.place(actor, input, locale);
  }
}
