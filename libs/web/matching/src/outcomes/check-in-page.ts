import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { type AskedDto, constraints } from '@htsm/contracts';
import { EURO_RANGES, SUGGESTION_OUTCOMES } from '@htsm/domain';
import {
  ApiClient,
  createForm,
  describePage,
  injectLinkProof,
  injectLinkToken,
  injectText,
  mayBeEmpty,
  Problem,
} from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, RadioGroup, SelectField, Skeleton, TextArea } from '@htsm/web/ui';

interface AnswerForm {
  readonly kind: string;
  readonly euros: string;
  readonly words: string;
}

/** Page `/check-in?kind=order#<token>`: the answer pressed in the mail is chosen, one button sends it. Opening it changes nothing. */
@Component({
  selector: 'htsm-check-in-page',
  imports: [Button, ErrorSummary, Message, PageHead, RadioGroup, SelectField, Skeleton, TextArea],
  templateUrl: './check-in-page.html',
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-7);
    }
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
    }
  `,
})
export class CheckInPage {
  private readonly api = inject(ApiClient);
  private readonly proof = injectLinkProof();
  private readonly token = injectLinkToken();

  /** The answer that was pressed in the mail. */
  readonly kind = input<string>();

  protected readonly t = injectText();
  protected readonly asked = resource({
    params: () => ({ token: this.token() }),
    loader: () => this.api.post<AskedDto>('/check-ins/asked', { token: this.proof() }),
  });
  protected readonly problem = computed(() => {
    const fault = this.asked.error();
    return fault instanceof Problem ? fault : undefined;
  });
  protected readonly done = signal<AskedDto | undefined>(undefined);
  protected readonly kinds = computed(() =>
    SUGGESTION_OUTCOMES.map((value) => ({ value, label: this.t(`matching.ledger.kind.${value}`) })),
  );
  protected readonly ranges = computed(() => [
    { value: '', label: this.t('matching.checkInPage.noEuros') },
    ...EURO_RANGES.map((value) => ({ value, label: this.t(`matching.ledger.euros.${value}`) })),
  ]);
  protected readonly form = createForm<AnswerForm>({
    initial: { kind: '', euros: '', words: '' },
    constraints: { words: mayBeEmpty(constraints['AnswerCheckInDto'].words) },
    check: ({ kind }) => ({
      kind: kind === '' ? this.t('matching.checkInPage.needsKind') : undefined,
    }),
  });

  constructor() {
    describePage(() => ({ title: this.t('matching.checkInPage.title') }));
    effect(() => {
      const pressed = SUGGESTION_OUTCOMES.find((kind) => kind === this.kind());
      if (pressed !== undefined) this.form.reset({ kind: pressed, euros: '', words: '' });
    });
  }

  protected async send(): Promise<void> {
    const answer = await this.form.submit(({ kind, euros, words }) =>
      this.api.post<AskedDto>('/check-ins/answers', {
        token: this.proof(),
        kind,
        euros: euros === '' ? null : euros,
        words,
      }),
    );
    if (answer !== undefined) this.done.set(answer);
  }
}
