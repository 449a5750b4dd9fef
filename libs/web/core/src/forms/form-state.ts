import { computed, ErrorHandler, inject, type Signal, signal, untracked } from '@angular/core';
import { type Field, type FormError } from '@htsm/web/ui';
import { ApiClient } from '../api/api-client';
import { Problem } from '../api/problem';
import { Language, type TextFunction } from '../language/language';
import { constraintError, type Constraints } from './constraints';
import { readPath, writePath } from './paths';

/** How a form starts. */
export interface FormOptions<T> {
  readonly initial: T;
  /** Limits by field name; may be left out. */
  readonly constraints?: Constraints | undefined;
  /** Rules that the limits do not know: message by path. */
  readonly check?: (value: T) => Readonly<Record<string, string | undefined>>;
}

type Messages = Readonly<Record<string, string>>;

/**
 * A form: the value, which fields were left, and what is wrong. Errors show after leaving a field or submitting, and
 * nothing typed is ever thrown away. Made by `createForm`.
 */
export class FormState<T extends object> {
  private readonly start: ReturnType<typeof signal<T>>;
  private readonly current: ReturnType<typeof signal<T>>;
  private readonly left = signal<ReadonlySet<string>>(new Set());
  private readonly labels = signal<Messages>({});
  private readonly refused = signal<Messages>({});
  private readonly tries = signal(0);
  private readonly running = signal(false);
  private readonly general = signal<Problem | null>(null);
  private readonly fields = new Map<string, Field>();

  /** What is filled in now. */
  readonly value: Signal<T>;
  /** Whether anything differs from the start. */
  readonly isDirty: Signal<boolean>;
  /** Whether a submit is under way. */
  readonly isBusy = this.running.asReadonly();
  /** Why the last submit failed as a whole; null when it did not. */
  readonly problem = this.general.asReadonly();
  /** How often a submit was refused; the list of errors takes focus when it grows. */
  readonly attempts = this.tries.asReadonly();
  /** Everything that is wrong, shown or not, message by path. */
  readonly faults: Signal<Messages>;
  /** The lines for the list of errors: only what may be shown after a submit. */
  readonly summary: Signal<readonly FormError[]>;

  constructor(
    private readonly options: FormOptions<T>,
    private readonly t: TextFunction,
    private readonly toProblem: (error: unknown) => Problem,
  ) {
    this.start = signal(options.initial);
    this.current = signal(options.initial);
    this.value = this.current.asReadonly();
    this.isDirty = computed(() => this.current() !== this.start());
    this.faults = computed(() => this.findFaults());
    this.summary = computed(() => this.summarise());
  }

  /** Gives the field at a path; the same object every time. */
  field(path: string): Field {
    const known = this.fields.get(path) ?? this.makeField(path);
    this.fields.set(path, known);
    return known;
  }

  /** Sets the value at a path. */
  set(path: string, next: unknown): void {
    if (readPath(untracked(this.current), path) === next) return;
    this.current.update((value) => writePath(value, path, next));
    this.refused.update((refused) => Object.fromEntries(Object.entries(refused).filter(([other]) => other !== path)));
    // Mended: from now on silent again until the reader leaves the field.
    if (untracked(this.faults)[path] === undefined) this.hide(path);
  }

  /** Starts again with a value: nothing left, nothing wrong. */
  reset(value: T = untracked(this.start)): void {
    this.start.set(value);
    this.current.set(value);
    this.left.set(new Set());
    this.refused.set({});
    this.general.set(null);
    this.tries.set(0);
  }

  /** Shows everything that is wrong; says whether nothing is. */
  validate(): boolean {
    const faulty = Object.keys(untracked(this.faults));
    this.left.update((paths) => new Set([...paths, ...faulty]));
    if (faulty.length > 0) this.tries.update((n) => n + 1);
    return faulty.length === 0;
  }

  /** Sends the value when nothing is wrong. Gives the result, or undefined when something was refused. */
  async submit<R>(send: (value: T) => Promise<R>): Promise<R | undefined> {
    if (untracked(this.running)) return undefined;
    this.refused.set({});
    this.general.set(null);
    if (!this.validate()) return undefined;
    this.running.set(true);
    try {
      const result = await send(untracked(this.current));
      this.start.set(untracked(this.current));
      this.tries.set(0);
      return result;
    } catch (error) {
      this.refuse(this.toProblem(error));
      return undefined;
    } finally {
      this.running.set(false);
    }
  }

  /** Shows a refusal: field by field where it says so. */
  refuse(problem: Problem): void {
    this.refused.set(Object.fromEntries(problem.errors.map(({ path, detail }) => [path, detail])));
    this.general.set(problem.errors.length === 0 ? problem : null);
    this.tries.update((n) => n + 1);
  }

  private makeField(path: string): Field {
    return {
      path,
      value: computed(() => readPath(this.current(), path)),
      error: computed(() => (this.isShown(path) ? this.faults()[path] : undefined)),
      isRequired: this.options.constraints?.[path]?.required === true,
      set: (value) => this.set(path, value),
      leave: () => this.left.update((paths) => new Set([...paths, path])),
      label: (text) => this.labels.update((labels) => ({ ...labels, [path]: text })),
    };
  }

  private isShown(path: string): boolean {
    return this.left().has(path) || this.refused()[path] !== undefined;
  }

  private hide(path: string): void {
    this.left.update((paths) => new Set([...paths].filter((other) => other !== path)));
  }

  private findFaults(): Messages {
    const value = this.current();
    const faults: Record<string, string> = {};
    for (const [path, limits] of Object.entries(this.options.constraints ?? {})) {
      const message = constraintError(readPath(value, path), limits, this.t);
      if (message !== undefined) faults[path] = message;
    }
    for (const [path, message] of Object.entries(this.options.check?.(value) ?? {}))
      if (message !== undefined) faults[path] = message;
    return { ...faults, ...this.refused() };
  }

  private summarise(): readonly FormError[] {
    if (this.tries() === 0) return [];
    const problem = this.general();
    const whole = problem === null ? [] : [{ path: '', label: problem.title, message: problem.detail }];
    const labels = this.labels();
    // fields say their names from the top of the form to the bottom
    const order = Object.keys(labels);
    const fields = Object.entries(this.faults())
      .filter(([path]) => this.isShown(path))
      .map(([path, message]) => ({ path, label: labels[path] ?? '', message }))
      .sort((a, b) => placeIn(order, a.path) - placeIn(order, b.path));
    return [...whole, ...fields];
  }
}

/** Where a path stands in a list; behind it when it is not there. */
function placeIn(order: readonly string[], path: string): number {
  const at = order.indexOf(path);
  return at === -1 ? order.length : at;
}

/** Makes a form; call it where `inject` works, such as in a field of a component. */
export function createForm<T extends object>(options: FormOptions<T>): FormState<T> {
  const language = inject(Language);
  const api = inject(ApiClient);
  const faults = inject(ErrorHandler);
  return new FormState(options, language.t, (error) => {
    if (error instanceof Problem) return error;
    faults.handleError(error);
    return api.problem(500, {});
  });
}
