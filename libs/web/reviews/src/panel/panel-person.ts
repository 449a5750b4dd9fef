import { Component, computed, input, output } from '@angular/core';
import { type ConflictDto, type PanelPersonDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText } from '@htsm/web/core';
import { Pill, type Tone } from '@htsm/web/ui';
import { ConflictLines } from './conflict-lines';
import { SignWaiver } from './sign-waiver';

/** What binds somebody to one organisation. */
interface Bond {
  readonly id: string;
  readonly name: string;
  readonly role: ConflictDto['role'];
  readonly facts: readonly ConflictDto[];
  readonly counts: boolean;
  readonly canBeWaived: boolean;
}

/** A member of the panel: what they declared, and what was found with those who take part. */
@Component({
  selector: 'htsm-panel-person',
  imports: [ConflictLines, Pill, SignWaiver],
  template: `
    <h3>
      {{ person().name }}&ngsp;<htsm-pill [tone]="state().tone">{{ state().word }}</htsm-pill>
      @if (person().isGuest) {
        <htsm-pill tone="wait">{{ t('reviews.panel.expert.guest') }}</htsm-pill>
      }
    </h3>
    @if (person().links.length > 0) {
      <details>
        <summary>{{ plural('reviews.panel.links', person().links.length) }}</summary>
        <ul class="links">
          @for (link of person().links; track link.id) {
            <li>
              {{ link.organisationName }}: {{ t('reviews.links.kinds.' + link.kind) }}
              @if (link.endedOn; as day) {
                <span class="soft">({{ t('reviews.links.until', { day: formats().day(day) }) }})</span>
              }
            </li>
          }
        </ul>
      </details>
    }
    @for (bond of bonds(); track bond.id + bond.role) {
      <div class="bond">
        <p>
          <b>{{ bond.name }}</b>&ngsp;<span class="soft">{{ t('reviews.panel.role.' + bond.role) }}</span>
        </p>
        <htsm-conflict-lines [conflicts]="bond.facts" />
        @if (bond.counts && bond.canBeWaived) {
          <htsm-sign-waiver
            [challengeId]="challengeId()"
            [reviewerId]="person().id"
            [reviewerName]="person().name"
            [organisationId]="bond.id"
            [organisationName]="bond.name"
            [now]="now()"
            (signed)="signed.emit()"
          />
        } @else if (bond.counts) {
          <p class="soft">{{ t('reviews.panel.notWaivable') }}</p>
        }
      </div>
    }
  `,
  styleUrl: './panel-person.css',
})
export class PanelPerson {
  readonly challengeId = input.required<string>();
  readonly person = input.required<PanelPersonDto>();
  readonly now = input.required<string>();
  readonly signed = output();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly bonds = computed(() =>
    [...Map.groupBy(this.person().conflicts, ({ organisationId, role }) => organisationId + role).values()].flatMap(
      toBond,
    ),
  );
  protected readonly state = computed((): { tone: Tone; word: string } => {
    if (this.bonds().some(({ counts }) => counts))
      return { tone: 'stop', word: this.t('reviews.panel.state.conflict') };
    return this.bonds().length > 0
      ? { tone: 'act', word: this.t('reviews.panel.state.waived') }
      : { tone: 'good', word: this.t('reviews.panel.state.free') };
  });
}

function toBond(facts: readonly ConflictDto[]): Bond[] {
  const [first] = facts;
  if (first === undefined) return [];
  const counting = facts.filter(({ waivedUntil }) => waivedUntil === null);
  return [
    {
      id: first.organisationId,
      name: first.organisationName,
      role: first.role,
      facts,
      counts: counting.length > 0,
      canBeWaived: facts.every((fact) => fact.canBeWaived),
    },
  ];
}
