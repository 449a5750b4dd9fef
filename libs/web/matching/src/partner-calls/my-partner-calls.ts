import { Component, inject } from '@angular/core';
import { type MyPartnerCallsDto, type PartnerAnswerDto, type PartnerCallDto } from '@htsm/contracts';
import { ApiClient, createAction, describePage, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, Pill, ReadFailure, Skeleton, Toasts, type Tone } from '@htsm/web/ui';
import { AnswerCall } from './answer-call';
import { PartnerCallCard } from './partner-call-card';

const TONES: Readonly<Record<PartnerAnswerDto['state'], Tone>> = { waiting: 'act', accepted: 'good', declined: 'done' };

/** The reader's own calls with their answers, what it answered itself, and calls of others that fit. */
@Component({
  selector: 'htsm-my-partner-calls',
  imports: [AnswerCall, Button, Empty, PageHead, PartnerCallCard, Pill, ReadFailure, Skeleton],
  templateUrl: './my-partner-calls.html',
  styleUrl: './my-partner-calls.css',
})
export class MyPartnerCalls {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  protected readonly t = injectText();
  protected readonly tones = TONES;
  protected readonly page = readScreen<MyPartnerCallsDto>(() => '/my/partner-calls');
  protected readonly acting = createAction();

  constructor() {
    describePage(() => ({ title: this.t('matching.calls.mine') }));
  }

  protected decide({ id }: PartnerAnswerDto, accepts: boolean): Promise<boolean> {
    return this.act(`/my/partner-answers/${id}/decision`, { accepts });
  }

  protected end({ id }: PartnerCallDto): Promise<boolean> {
    return this.act(`/my/partner-calls/${id}/end`, {});
  }

  protected take(mine: MyPartnerCallsDto): void {
    this.page.set(mine);
    this.toasts.show(this.t('matching.calls.sent'));
  }

  private act(path: string, body: object): Promise<boolean> {
    return this.acting.run(async () => {
      this.page.set(await this.api.post<MyPartnerCallsDto>(path, body));
      this.toasts.show(this.t('matching.calls.saved'));
    });
  }
}
