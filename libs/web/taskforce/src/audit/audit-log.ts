import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AuditLineDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, readPages } from '@htsm/web/core';
import { Button, Empty, PageHead, ReadFailure, Skeleton } from '@htsm/web/ui';

/** Pages of the taskforce about one thing, by the kind of thing. */
const PAGES: Readonly<Record<string, string>> = { challenge: '/taskforce/challenges', match: '/taskforce/matches' };

/** The audit log: who did what, when and why; all of it, or only about one thing. */
@Component({
  selector: 'htsm-audit-log',
  imports: [Button, Empty, PageHead, ReadFailure, RouterLink, Skeleton],
  templateUrl: './audit-log.html',
  styleUrl: './audit-log.css',
})
export class AuditLog {
  /** Only lines about the thing with this id; all when there is none. */
  readonly subject = input<string>();
  /** `refusals` shows the accesses that were refused; the changes of state without it. */
  readonly show = input<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly isRefusals = computed(() => this.show() === 'refusals');
  protected readonly lead = computed(() => {
    if (this.isRefusals()) return this.t('taskforce.audit.leadRefusals');
    return this.t(this.subject() ? 'taskforce.audit.leadOne' : 'taskforce.audit.lead');
  });
  protected readonly list = readPages<AuditLineDto>(() => {
    const query = new URLSearchParams({ show: this.isRefusals() ? 'refusals' : 'changes' });
    const subject = this.subject();
    if (subject) query.set('subjectId', subject);
    return `/taskforce/audit?${query}`;
  });
  protected readonly lines = computed(() => this.list.items()?.map((line) => this.line(line)));

  constructor() {
    describePage(() => ({ title: this.t('taskforce.audit.title') }));
  }

  private line({ id, type, subjectType, subjectId, actorName, reason, occurredAt }: AuditLineDto) {
    const page = PAGES[subjectType];
    return {
      id,
      what: wordOr(this.t('taskforce.audit.what.' + type), type),
      kind: wordOr(this.t('taskforce.audit.kind.' + subjectType), subjectType),
      subjectId,
      /** The beginning of the id: enough to recognise a thing on a page. */
      short: subjectId.slice(0, 8),
      path: page === undefined ? null : [page, subjectId],
      who: actorName ?? this.t('taskforce.audit.clock'),
      reason: reason ?? '',
      day: this.formats().day(occurredAt),
      time: `${this.formats().clock(occurredAt)} ${this.formats().offset(occurredAt)}`,
      occurredAt,
    };
  }
}

/** Gives a text of the catalogue; the plain name for what is newer than the catalogue, whose text is its key. */
function wordOr(text: string, name: string): string {
  return text.startsWith('taskforce.audit.') ? name : text;
}
