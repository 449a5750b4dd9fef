import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CONFIG, ChoiceField, NotFound, Public, type Config } from '@htsm/api/core';
import { LOCALES, type Locale } from '@htsm/domain';
import { escapeHtml } from './mail-html';
import { MailRenderer } from './mail-renderer';
import { MAIL_KINDS, MAIL_SAMPLES } from './mail-samples';

/** Moment and subscription of the made-up mails. */
const QUEUED_AT = new Date('2026-11-22T08:00:00Z');
const SUBSCRIPTION_ID = '00000000-0000-4000-8000-000000000002';
/** Mails carry their style with them; nothing else may load. */
const PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups; frame-ancestors 'self'";

/** How a preview is shown. */
export class PreviewQueryDto {
  @ChoiceField(LOCALES, { optional: true })
  locale?: Locale;

  @ChoiceField(['html', 'text'], { optional: true })
  part?: 'html' | 'text';
}

/** Every mail with made-up values, for whoever writes them; does not exist in production. */
@Public()
@ApiExcludeController()
@Controller('dev/mails')
export class MailPreviewsController {
  constructor(
    private readonly renderer: MailRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PREVIEW_POLICY)
  list(): string {
    this.refuseInProduction();
    const rows = MAIL_KINDS.map(
      (kind) => `<tr><td>${kind}</td>${LOCALES.map((locale) => `<td>${links(kind, locale)}</td>`).join('')}</tr>`,
    );
    return `<!doctype html><html lang="en"><title>Mails</title><h1>Mails</h1><table>${rows.join('')}</table></html>`;
  }

  @Get(':kind')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PREVIEW_POLICY)
  show(@Param('kind') kind: string, @Query() query: PreviewQueryDto): string {
    this.refuseInProduction();
    if (!MailRenderer.knows(kind)) throw new NotFound();
    const occasion = {
      kind,
      locale: query.locale ?? 'nl',
      toEmail: 'anneke@hunzebot.example',
      queuedAt: QUEUED_AT,
      subscriptionId: SUBSCRIPTION_ID,
    };
    const mail = this.renderer.render(occasion, MAIL_SAMPLES[kind]);
    return query.part === 'text' ? `<pre>${escapeHtml(`${mail.subject}\n\n${mail.text}`)}</pre>` : mail.html;
  }

  private refuseInProduction(): void {
    if (this.config.isProduction) throw new NotFound();
  }
}

function links(kind: string, locale: Locale): string {
  const path = `/api/dev/mails/${kind}?locale=${locale}`;
  return `<a href="${path}">${locale}</a> <a href="${path}&amp;part=text">${locale}, text</a>`;
}
