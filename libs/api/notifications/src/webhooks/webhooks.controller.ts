import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, Idempotent, IdParam, type UserActor } from '@htsm/api/core';
import {
  AddWebhookDto,
  DeliveriesQueryDto,
  WebhookDeliveriesDto,
  WebhookDto,
  WebhookWithSecretDto,
  WebhooksDto,
} from './webhook.dto';
import { Webhooks } from './webhooks.service';

/** Programs elsewhere that are told of challenges: those of an organisation, or all. */
@ApiTags('webhooks')
@Controller('webhooks')
@Allow('company', 'knowledge', 'administration')
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Get()
  @ApiOkResponse({ type: WebhooksDto })
  list(@CurrentUser() user: UserActor): Promise<WebhooksDto> {
    return this.webhooks.list(user);
  }

  /** Adds an address and sends it a first message; the secret is shown this once. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: WebhookWithSecretDto })
  add(@CurrentUser() user: UserActor, @Body() input: AddWebhookDto): Promise<WebhookWithSecretDto> {
    return this.webhooks.add(user, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.webhooks.remove(user, id);
  }

  /** Gives a new secret, shown this once; the one before signs along for a day. */
  @Post(':id/secret')
  @Idempotent()
  @ApiCreatedResponse({ type: WebhookWithSecretDto })
  replaceSecret(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<WebhookWithSecretDto> {
    return this.webhooks.replaceSecret(user, id);
  }

  @Put(':id/on')
  @ApiOkResponse({ type: WebhookDto })
  switchOn(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<WebhookDto> {
    return this.webhooks.switchOn(user, id);
  }

  @Delete(':id/on')
  @ApiOkResponse({ type: WebhookDto })
  switchOff(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<WebhookDto> {
    return this.webhooks.switchOff(user, id);
  }

  /** Sends a message that only shows that it works. */
  @Post(':id/test')
  @HttpCode(204)
  @ApiNoContentResponse()
  test(@CurrentUser() user: UserActor, @IdParam() id: string): Promise<void> {
    return this.webhooks.test(user, id);
  }

  @Get(':id/deliveries')
  @ApiOkResponse({ type: WebhookDeliveriesDto })
  deliveries(
    @CurrentUser() user: UserActor,
    @IdParam() id: string,
    @Query() query: DeliveriesQueryDto,
  ): Promise<WebhookDeliveriesDto> {
    return this.webhooks.deliveries(user, id, query.cursor);
  }

  /** Sends a message once more, under the id it has. */
  @Post(':id/deliveries/:deliveryId/replay')
  @HttpCode(204)
  @ApiNoContentResponse()
  replay(
    @CurrentUser() user: UserActor,
    @IdParam() id: string,
    @IdParam('deliveryId') deliveryId: string,
  ): Promise<void> {
    return this.webhooks.replay(user, id, deliveryId);
  }
}
