import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  AppointmentPageDto,
  AppointmentWordsDto,
  ChooseSlotDto,
  MoveAppointmentDto,
  OfferSlotsDto,
} from '../dto/appointment.dto';
import { Appointments } from './appointments.service';

/** The appointment of an introduction, by the id of its place on the board; for the taskforce and both sides alike. */
@ApiTags('matching')
@Controller('introductions/:id/appointment')
@Allow('taskforce', 'company', 'sme', 'knowledge')
export class AppointmentsController {
  constructor(private readonly appointments: Appointments) {}

  @Get()
  @ApiOkResponse({ type: AppointmentPageDto })
  read(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<AppointmentPageDto> {
    return this.appointments.read(actor, id);
  }

  @Post('slots')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AppointmentPageDto })
  offer(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: OfferSlotsDto,
  ): Promise<AppointmentPageDto> {
    return this.appointments.offer(actor, id, input);
  }

  @Post('choice')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AppointmentPageDto })
  choose(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() { slotId }: ChooseSlotDto,
  ): Promise<AppointmentPageDto> {
    return this.appointments.choose(actor, id, slotId);
  }

  @Post('refusal')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AppointmentPageDto })
  refuse(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AppointmentWordsDto,
  ): Promise<AppointmentPageDto> {
    return this.appointments.refuse(actor, id, input);
  }

  @Post('move')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AppointmentPageDto })
  move(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: MoveAppointmentDto,
  ): Promise<AppointmentPageDto> {
    return this.appointments.move(actor, id, input);
  }

  @Post('cancellation')
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AppointmentPageDto })
  cancel(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AppointmentWordsDto,
  ): Promise<AppointmentPageDto> {
    return this.appointments.cancel(actor, id, input);
  }
}
