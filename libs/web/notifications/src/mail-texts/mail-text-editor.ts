import { Component, computed, inject, input, linkedSignal, type OnInit, output } from '@angular/core';
import { type MailTemplateDto } from '@htsm/contracts';
import { ApiClient, createAction, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message, TextArea, Toasts } from '@htsm/web/ui';
import { MailTextPreview } from './mail-text-preview';

/** Where the next placeholder goes. */
interface Spot {
  readonly path: string;
  readonly at: number;
}

/** The sentences of a mail to write, with the names that become values, and the mail as it looks meanwhile. */
@Component({
  selector: 'htsm-mail-text-editor',
  imports: [Button, ErrorSummary, MailTextPreview, Message, TextArea],
  templateUrl: './mail-text-editor.html',
  styleUrls: ['../form.css', './mail-text-editor.css'],
})
export class MailTextEditor implements OnInit {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly template = input.required<MailTemplateDto>();
  readonly saved = output<MailTemplateDto>();

  protected readonly t = injectText();
  protected readonly form = createForm<{ texts: { key: string; text: string }[] }>({ initial: { texts: [] } });
  protected readonly trying = createAction();
  /** Where the reader typed last; the beginning of the first sentence before that. */
  protected readonly spot = linkedSignal<MailTemplateDto, Spot>({
    source: this.template,
    computation: () => ({ path: 'texts.0.text', at: 0 }),
  });
  protected readonly sentences = computed(() =>
    this.template().sentences.map((sentence, index) => ({ ...sentence, path: `texts.${index}.text` })),
  );
  private readonly address = computed(() => {
    const { kind, locale } = this.template();
    return `/administration/mail-templates/${kind}/${locale}`;
  });

  ngOnInit(): void {
    this.form.reset({ texts: this.template().sentences.map(({ key, text }) => ({ key, text })) });
  }

  /** What a sentence is called: its part of the mail, and which of several it is. */
  protected label(key: string): string {
    const [part = '', ...which] = key.split('.');
    const word = `notifications.mailTexts.part.${part}`;
    const words = this.t(word);
    const name = words === word ? part : words;
    return which.length === 0 ? name : `${name} (${which.join(', ')})`;
  }

  protected remember(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.spot.set({ path: target.name, at: target.selectionStart });
  }

  /** Puts a name between braces where the reader typed last. */
  protected insert(name: string): void {
    const { path, at } = this.spot();
    const index = Number(path.split('.')[1]);
    const text = this.form.value().texts[index]?.text ?? '';
    const placeholder = `{{${name}}}`;
    this.form.set(path, `${text.slice(0, at)}${placeholder}${text.slice(at)}`);
    this.spot.set({ path, at: at + placeholder.length });
  }

  protected async save(): Promise<void> {
    const { number } = this.template();
    const template = await this.form.submit(({ texts }) =>
      this.api.put<MailTemplateDto>(this.address(), { number, texts }),
    );
    if (template === undefined) return;
    this.toasts.show(this.t('notifications.mailTexts.savedToast'));
    this.saved.emit(template);
  }

  protected async tryOut(): Promise<void> {
    const { texts } = this.form.value();
    if (!(await this.trying.run(() => this.api.post(`${this.address()}/trial`, { texts })))) return;
    this.toasts.show(this.t('notifications.mailTexts.triedToast'));
  }
}
