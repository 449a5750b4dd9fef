import { Body, Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  CurrentUser,
  IdParam,
  LimitVisitor,
  Public,
  attachmentHeader,
  type UserActor,
  type VisitorLimit,
} from '@htsm/api/core';
import { ProposalReceiptDto, ReceiptKeysDto, ReceiptVerificationDto, VerifyReceiptDto } from '../dto/receipt.dto';
import { Receipts } from './receipts.service';

const CHECK_LIMIT: VisitorLimit = { purpose: 'receipt_check', hits: 600, windowS: 900 };

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

  /** The receipt as a file to keep: all that is needed to verify it, now or years later. */
  @Get('my/proposals/:id/receipts/:receiptId/download')
  @Allow('sme', 'knowledge')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @IdParam('receiptId') receiptId: string,
  ): Promise<StreamableFile> {
    const { text, fileName } = await this.receipts.asFile(actor, id, receiptId);
    return new StreamableFile(Buffer.from(text), {
      type: 'application/octet-stream',
      disposition: attachmentHeader(fileName),
    });
  }

  /** The public keys that check receipts; this address never changes. */
  @Get('receipts/public-keys')
  @Public()
  @ApiOkResponse({ type: ReceiptKeysDto })
  keys(): Promise<ReceiptKeysDto> {
    return this.receipts.keys();
  }

  /** Tells anyone whether a receipt is genuine. */
  @Post('receipts/verification')
  @HttpCode(200)
  @Public()
  @LimitVisitor(CHECK_LIMIT)
  @ApiOkResponse({ type: ReceiptVerificationDto })
  verify(@Body() input: VerifyReceiptDto): Promise<ReceiptVerificationDto> {
    return this.receipts.verify(input);
  }
}
