import { Component, input } from '@angular/core';
import { type ConflictDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';

/** What was found about somebody and those who take part, each in a sentence with its evidence. */
@Component({
  selector: 'htsm-conflict-lines',
  template: `
    <ul>
      @for (conflict of conflicts(); track $index) {
        <li>
          {{ sentence(conflict) }}
          @if (conflict.waivedUntil; as moment) {
            <b>{{ t('reviews.panel.waivedUntil', { moment: formats().moment(moment) }) }}</b>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-1);
      padding: 0;
      list-style: none;
      font-size: var(--text-sm);
      overflow-wrap: anywhere;
    }
  `,
})
export class ConflictLines {
  readonly conflicts = input.required<readonly ConflictDto[]>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();

  protected sentence({ kind, link, through, organisationName, endedOn }: ConflictDto): string {
    const how = wayOf({ kind, link, isNamed: through === organisationName });
    const found = this.t(`reviews.panel.evidence.${how}`, { through, organisation: organisationName });
    const declared = link === null ? '' : this.t(`reviews.panel.declared.${link}`);
    return [found, declared, endedOn === null ? '' : this.ended(kind, endedOn)].filter((part) => part !== '').join(' ');
  }

  /** What two organisations did together was on a day; everything else lasted until one. */
  private ended(kind: ConflictDto['kind'], endedOn: string): string {
    const key = kind === 'joint_consortium' || kind === 'match' ? 'on' : 'until';
    return this.t(`reviews.panel.${key}`, { day: this.formats().day(endedOn) });
  }
}

/** Which sentence says it: a domain may be declared, and a name that was declared may be the very name. */
function wayOf({ kind, link, isNamed }: Pick<ConflictDto, 'kind' | 'link'> & { readonly isNamed: boolean }): string {
  if (kind === 'email_domain' && link !== null) return 'declared_domain';
  return kind === 'declared_link' && isNamed ? 'declared_name' : kind;
}
