import { Component, computed, inject, input } from '@angular/core';
import { REGIONS } from '@htsm/domain';
import { injectText, Lists } from '@htsm/web/core';
import { RadioGroup, SelectField, Trl } from '@htsm/web/ui';
import { type EditorSession } from './editor-session';

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** How ripe the technique is at the start and at the end, and where the pilot takes place. */
@Component({
  selector: 'htsm-maturity-part',
  imports: [RadioGroup, SelectField, Trl],
  template: `
    <form class="fields" (submit)="$event.preventDefault()">
      <div class="pair">
        <htsm-select
          name="trlFrom"
          [label]="t('challenges.field.trlFrom')"
          [hint]="t('challenges.hint.trl')"
          [options]="options()"
          [placeholder]="t('challenges.editor.choose')"
          [value]="text('trlFrom')"
          (valueChange)="set('trlFrom', $event)"
        />
        <htsm-select
          name="trlTo"
          [label]="t('challenges.field.trlTo')"
          [hint]="t('challenges.hint.trlTo')"
          [options]="options()"
          [placeholder]="t('challenges.editor.choose')"
          [value]="text('trlTo')"
          (valueChange)="set('trlTo', $event)"
        />
      </div>
      @if (ladder(); as shown) {
        <htsm-trl [from]="shown.from" [to]="shown.to" />
      }
      <htsm-radio-group
        [htsmField]="session().form.field('region')"
        [label]="t('challenges.field.region')"
        [hint]="t('challenges.hint.region')"
        [options]="regions()"
      />
    </form>
  `,
  styleUrl: './part.css',
})
export class MaturityPart {
  private readonly lists = inject(Lists);

  readonly session = input.required<EditorSession>();

  protected readonly t = injectText();
  protected readonly options = computed(() =>
    levels.map((level) => ({ value: String(level), label: `${level}. ${this.t('challenges.trl.' + level)}` })),
  );
  protected readonly regions = computed(() =>
    REGIONS.map((value) => ({ value, label: this.lists.word('region', value) })),
  );
  protected readonly ladder = computed(() => {
    const { trlFrom, trlTo } = this.session().form.value();
    return trlFrom !== null && trlTo !== null && trlFrom <= trlTo ? { from: trlFrom, to: trlTo } : null;
  });

  protected text(name: 'trlFrom' | 'trlTo'): string {
    return String(this.session().form.value()[name] ?? '');
  }

  protected set(name: 'trlFrom' | 'trlTo', level: string): void {
    this.session().form.set(name, level === '' ? null : Number(level));
  }
}
