import { Component, computed, ElementRef, inject, input, model, signal } from '@angular/core';
import { tidyWords } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { FieldControl, FieldFrame } from '@htsm/web/ui';

/** Own words, each a tag that can be taken away. Enter, a comma or leaving the box adds what is typed. */
@Component({
  selector: 'htsm-word-list',
  imports: [FieldFrame],
  templateUrl: './word-list.html',
  styleUrl: './word-list.css',
})
export class WordList extends FieldControl<readonly string[]> {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** Characters of one word. */
  readonly longest = input.required<number>();
  /** Words in all. */
  readonly most = input.required<number>();
  override readonly value = model<readonly string[]>([]);

  protected readonly t = injectText();
  /** What is typed and not yet a tag. */
  protected readonly typed = signal('');
  protected readonly isFull = computed(() => this.current().length >= this.most());
  /** What a screen reader hears after a change. */
  protected readonly said = signal('');

  /** Makes tags of what is typed; a list that was pasted becomes several. */
  protected add(): void {
    const words = this.typed()
      .split(/[,;\n]/)
      .map((word) => word.trim());
    const had = this.current().length;
    const next = tidyWords([...this.current(), ...words]);
    this.typed.set('');
    if (next.length === had) return;
    this.change(next);
    this.said.set(this.t('matching.profile.words.added', { words: next.slice(had).join(', ') }));
  }

  protected type(text: string): void {
    this.typed.set(text);
    if (/[,;]/.test(text)) this.add();
  }

  protected press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || this.typed().trim() === '') return;
    event.preventDefault();
    this.add();
  }

  protected override read(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }

  /** Takes a word away; focus goes to the box, because its button is gone. */
  protected remove(word: string): void {
    this.change(this.current().filter((other) => other !== word));
    this.said.set(this.t('matching.profile.words.removed', { word }));
    this.host.querySelector('input')?.focus();
  }

  protected leaveBox(): void {
    this.add();
    this.leave();
  }
}
