import {
  booleanAttribute,
  Component,
  computed,
  inject,
  Injector,
  input,
  type OnInit,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerDto, type JudgedCriterionDto, type SavedAnswerDto } from '@htsm/contracts';
import {
  ApiClient,
  type Autosave,
  createAutosave,
  createForm,
  type FormState,
  injectPlural,
  injectText,
} from '@htsm/web/core';
import { AutosaveStatus, Button, Message, Pill, Score, StatePill, TextArea } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { LetterPreview } from './letter-preview';

interface AnswerInput {
  readonly summary: string;
  readonly reasons: readonly { readonly criterionId: string; readonly text: string }[];
}

function inputOf(answer: AnswerDto): AnswerInput {
  return { summary: answer.summary, reasons: answer.reasons.map(({ criterionId, text }) => ({ criterionId, text })) };
}

function isAnswer(value: unknown): value is AnswerDto {
  return typeof value === 'object' && value !== null && 'reasons' in value && 'summary' in value && 'version' in value;
}

/** The answer to one proposal: what the proposer will read, saved while it is typed. */
@Component({
  selector: 'htsm-answer-editor',
  imports: [AutosaveStatus, Button, LetterPreview, Message, Pill, RouterLink, Score, StatePill, TextArea],
  templateUrl: './answer-editor.html',
  styleUrl: './answer-editor.css',
})
export class AnswerEditor implements OnInit {
  private readonly injector = inject(Injector);
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  readonly answer = input.required<AnswerDto>();
  readonly criteria = input.required<readonly JudgedCriterionDto[]>();
  /** Whether it is unfolded at first. */
  readonly startsOpen = input(false, { transform: booleanAttribute });

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly numberText = numberText;
  protected readonly send = (): Promise<boolean> => this.flush();
  protected readonly draft = signal<
    { form: FormState<Record<string, AnswerInput>>; autosave: Autosave<AnswerInput> } | undefined
  >(undefined);
  /** Number of criteria without a reason, by what is on the screen now. */
  readonly missing = computed(() => {
    const reasons = this.draft()?.form.value()[this.answer().proposalId]?.reasons ?? this.answer().reasons;
    return reasons.filter((reason) => reason.text.trim() === '').length;
  });
  readonly isComplete = computed(() => this.answer().hasOutcome && this.missing() === 0);

  /** Starts from what was read; a later reading must not replace what is typed. */
  ngOnInit(): void {
    this.draft.set(runInInjectionContext(this.injector, () => this.start()));
  }

  /** Sends what is typed; gives whether everything is on the server. */
  flush(): Promise<boolean> {
    return this.draft()?.autosave.flush() ?? Promise.resolve(true);
  }

  protected meanOf(criterionId: string): number | null {
    return this.answer().reasons.find((reason) => reason.criterionId === criterionId)?.meanScore ?? null;
  }

  protected takeTheirs(): void {
    const draft = this.draft();
    const theirs = draft?.autosave.conflict()?.theirs;
    if (draft === undefined || !isAnswer(theirs)) return;
    draft.form.reset({ [theirs.proposalId]: inputOf(theirs) });
    draft.autosave.takeTheirs();
  }

  private start(): { form: FormState<Record<string, AnswerInput>>; autosave: Autosave<AnswerInput> } {
    const { proposalId, version } = this.answer();
    const initial = inputOf(this.answer());
    // below the id of its proposal, so that fields of several editors on one page have different names
    const form = createForm<Record<string, AnswerInput>>({ initial: { [proposalId]: initial } });
    const autosave = createAutosave<AnswerInput>({
      value: computed(() => form.value()[proposalId] ?? initial),
      version,
      save: (value, now) =>
        this.api.patch<SavedAnswerDto>(`/taskforce/proposals/${proposalId}/answer`, { version: now, ...value }),
    });
    return { form, autosave };
  }
}
