import { NgTemplateOutlet } from '@angular/common';
import { Component, input, type Signal } from '@angular/core';
import { Sees } from '../draft/sees';
import { injectWords } from '../words';

/** What the frame shows of a field; every `FieldControl` has it. */
export interface FramedField {
  readonly label: Signal<string>;
  readonly hint: Signal<string | undefined>;
  readonly sees: Signal<string | undefined>;
  readonly isNarrow: Signal<boolean>;
  readonly isOptional: Signal<boolean>;
  readonly shownError: Signal<string | undefined>;
  readonly fieldId: Signal<string>;
  readonly describedBy: Signal<string | null>;
}

/** The frame of a field: label, who may read it, hint, error, then the control, in this order. */
@Component({
  selector: 'htsm-field-frame',
  imports: [NgTemplateOutlet, Sees],
  template: `
    <ng-template #control><ng-content /></ng-template>
    <ng-template #texts>
      @if (of().hint(); as hint) {
        <p class="hint" [id]="of().fieldId() + '-hint'">{{ hint }}</p>
      }
      @if (of().shownError(); as error) {
        <p class="error" [id]="of().fieldId() + '-error'">
          <span
            ><span class="sr">{{ words.t('ui.field.error') }} </span>{{ error }}</span
          >
        </p>
      }
    </ng-template>
    <ng-template #name
      >{{ of().label() }}
      @if (of().isOptional()) {
        <span class="optional"> {{ words.t('ui.field.optional') }}</span>
      }
    </ng-template>
    @if (isGroup()) {
      <fieldset
        class="field"
        [class.wrong]="of().shownError()"
        [id]="of().fieldId()"
        tabindex="-1"
        [attr.aria-describedby]="of().describedBy()"
      >
        <legend class="label"><ng-container [ngTemplateOutlet]="name" /></legend>
        @if (of().sees(); as who) {
          <htsm-sees [who]="who" [isNarrow]="of().isNarrow()" />
        }
        <ng-container [ngTemplateOutlet]="texts" />
        <ng-container [ngTemplateOutlet]="control" />
      </fieldset>
    } @else {
      <div class="field" [class.wrong]="of().shownError()">
        <div class="lab">
          <label [for]="of().fieldId()"><ng-container [ngTemplateOutlet]="name" /></label>
          @if (of().sees(); as who) {
            <htsm-sees [who]="who" [isNarrow]="of().isNarrow()" />
          }
        </div>
        <ng-container [ngTemplateOutlet]="texts" />
        <ng-container [ngTemplateOutlet]="control" />
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    .optional {
      color: var(--ink-soft);
      font-weight: var(--weight-body);
    }
    fieldset htsm-sees {
      justify-self: start;
    }
  `,
})
export class FieldFrame {
  /** The field that this frames. */
  readonly of = input.required<FramedField>();
  /** Whether the control is a group of controls: a fieldset with a legend. */
  readonly isGroup = input(false);

  protected readonly words = injectWords();
}
