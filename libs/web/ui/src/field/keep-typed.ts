import { afterNextRender, ElementRef, inject } from '@angular/core';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a control of the server's page held at the moment the browser's code took it over. */
interface Held {
  readonly value: string;
  readonly isChecked: boolean;
}

/**
 * Keeps what was typed or ticked before the browser's code arrived. On a slow phone people fill in the server's page
 * while the code is still loading; the first rendering in the browser would put every field back to its first value.
 * Call it in the constructor of a component whose template holds the controls; `selector` says which.
 */
export function keepTyped(selector = 'input, textarea, select'): void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const before = controlsIn(host, selector).map(held);
  if (before.length === 0) return;
  afterNextRender(() => {
    const controls = controlsIn(host, selector);
    if (controls.length !== before.length) return;
    controls.forEach((control, index) => restore(control, before[index]));
  });
}

function controlsIn(host: HTMLElement, selector: string): Control[] {
  return [...host.querySelectorAll<Control>(selector)];
}

function held(control: Control): Held {
  return { value: control.value, isChecked: control instanceof HTMLInputElement && control.checked };
}

function restore(control: Control, before: Held | undefined): void {
  if (before === undefined) return;
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
    if (control.checked === before.isChecked) return;
    control.checked = before.isChecked;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  if (control.value === before.value) return;
  control.value = before.value;
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
