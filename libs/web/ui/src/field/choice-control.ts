import { Directive, model } from '@angular/core';
import { FieldControl } from './field-control';

/** A field of any number of choices. The value keeps the order in which they are shown. */
@Directive()
export abstract class ChoiceControl extends FieldControl<readonly string[]> {
  override readonly value = model<readonly string[]>([]);

  /** Everything that can be chosen, in the order shown. */
  protected abstract shown(): readonly string[];

  protected toggle(value: string, isChosen: boolean): void {
    const chosen = new Set(this.current());
    if (isChosen) chosen.add(value);
    else chosen.delete(value);
    this.change(this.shown().filter((one) => chosen.has(one)));
  }

  protected override read(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }
}
