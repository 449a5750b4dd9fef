import { Component, computed, input, output } from '@angular/core';
import { type ProfileCompleteness, type ProfileStep } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { fieldId } from '@htsm/web/ui';

/** Steps that are told at a time: what helps most comes first, the rest follows when these are done. */
const TOLD = 3;
/** Where each step is taken: a field of the form, or the list of documents. */
const PLACES: Readonly<Record<ProfileStep, string>> = {
  write_about: fieldId('about'),
  extend_about: fieldId('about'),
  add_project: 'documents',
  extend_document: 'documents',
  add_document: 'documents',
  choose_themes: fieldId('themes'),
  add_capabilities: fieldId('capabilities'),
  set_trl: fieldId('trlMin'),
  choose_regions: fieldId('regions'),
  set_size: fieldId('size'),
};

/** How well a profile can be found: a ruled scale, and in words what would help most. */
@Component({
  selector: 'htsm-profile-completeness',
  templateUrl: './completeness.html',
  styleUrl: './completeness.css',
})
export class Completeness {
  readonly completeness = input.required<ProfileCompleteness>();
  /** The id of the place where a step is taken. */
  readonly goTo = output<string>();

  protected readonly t = injectText();
  protected readonly steps = computed(() =>
    this.completeness()
      .steps.slice(0, TOLD)
      .map((step) => ({ ...step, place: PLACES[step.step] })),
  );

  protected go(event: Event, place: string): void {
    event.preventDefault();
    this.goTo.emit(place);
  }
}
