import { Body, Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Public, attachmentHeader, type UserActor } from '@htsm/api/core';
import { ProposalReceiptDto, ReceiptVerificationDto, VerifyReceiptDto } from '../dto/receipt.dto';
import { Receipts } from './receipts.service';

/** The receipts of submissions. */
@ApiTags('proposals')
@Controller()
export class ReceiptsController {
  constructor(private readonly receipts: Receipts) {}

  @Get('my/proposals/:id/receipts/:receiptId')
  @Allow('sme', 'knowledge')
  @ApiOkResponse({ type: ProposalReceiptDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('receiptId') receiptId: string,
  ): Promise<ProposalReceiptDto> {
    return this.receipts.read(actor, id, receiptId);
  }

  /** The receipt as plain text to print or to keep, with all that is needed to verify it. */
  @Get('my/proposals/:id/receipts/:receiptId/download')
  @Allow('sme', 'knowledge')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async download(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('receiptId') receiptId: string,
    @CurrentLocale() locale: Locale,
  ): Promise<StreamableFile> {
    const { text, fileName } = await this.receipts.asText(actor, id, receiptId, locale);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/plain; charset=utf-8',
      disposition: attachmentHeader(fileName),
    });
  }

  /** Tells anyone whether a receipt is genuine. */
  @Post('receipts/verification')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: ReceiptVerificationDto })
  verify(@Body() input: VerifyReceiptDto): ReceiptVerificationDto {
    return this.receipts.verify(input);
  }
}
