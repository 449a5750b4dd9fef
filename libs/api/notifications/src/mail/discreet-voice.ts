import type { MailKind } from '@htsm/api/core';
import { MailVoice } from './mail-voice';

/** The key of what stands where a reader may not see a value. */
export const NOT_SHOWN = 'mail.frame.not_shown';

/** What stands in an address where a part is kept from the reader. */
export const LEFT_OUT = '…';

/**
 * Speaks for somebody who is not the reader of the mail: a sentence that a hidden value chooses, and a link that is made of
 * one, are the marker; a link that proves who follows it loses its proof.
 */
export class DiscreetVoice extends MailVoice {
  private readonly parts: DiscreetVoice[] = [];
  private hid = false;

  /** Whether it spoke of a link without what makes it work, itself or in a mail inside this one. */
  get hidLinks(): boolean {
    return this.hid || this.parts.some((part) => part.hidLinks);
  }

  override of(kind: MailKind): DiscreetVoice {
    const part = new DiscreetVoice(this.around, { ...this.occasion, kind });
    this.parts.push(part);
    return part;
  }

  private get marker(): string {
    return this.around.texts.say(this.locale, NOT_SHOWN);
  }

  override say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return key.endsWith(this.marker) ? this.marker : super.say(key, params);
  }

  override common(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return key.endsWith(this.marker) ? this.marker : super.common(key, params);
  }

  override at(instant: string): string {
    return instant === this.marker ? this.marker : super.at(instant);
  }

  override url(path: string): string {
    return path === this.marker ? super.url(`/${LEFT_OUT}`) : super.url(path);
  }

  override link(path: string): string {
    this.hid = true;
    return `${this.around.publicUrl}${path.split('?')[0] ?? ''}#${LEFT_OUT}`;
  }
}
