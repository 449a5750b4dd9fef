import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { type ProfileDocumentDto } from '@htsm/contracts';
import { LOCALES } from '@htsm/domain';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import {
  Button,
  ConflictChoice,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
  type TheirField,
} from '@htsm/web/ui';
import { documentLimits, type DocumentForm, emptyDocument, toDocumentForm } from './document-form';
import { mergeOnto } from './profile-form';

/** Writes a document, in its place in the list. What it starts from stays while the list is read again. */
@Component({
  selector: 'htsm-document-editor',
  imports: [Button, ConflictChoice, ErrorSummary, NumberField, SelectField, TextArea, TextField],
  templateUrl: './document-editor.html',
  styleUrl: './document-editor.css',
})
export class DocumentEditor {
  private readonly api = inject(ApiClient);

  /** What is being changed; nothing for a new document. */
  readonly document = input<ProfileDocumentDto>();
  readonly start = input.required<DocumentForm>();
  readonly organisationId = input.required<string>();
  /** The document as the server now has it. */
  readonly saved = output<ProfileDocumentDto>();
  readonly cancelled = output();

  protected readonly t = injectText();
  protected readonly locales = computed(() =>
    LOCALES.map((value) => ({ value, label: this.t('matching.profile.language.' + value) })),
  );
  protected readonly form = createForm<DocumentForm>({
    initial: emptyDocument('project', 'nl'),
    constraints: documentLimits,
  });
  protected readonly names = computed(() => 'matching.profile.document.' + this.start().kind);
  private readonly version = linkedSignal(() => this.document()?.version ?? 0);
  private readonly base = signal<DocumentForm>(emptyDocument('project', 'nl'));
  protected readonly conflict = computed(() => {
    const problem = this.form.problem();
    if (problem?.code !== 'version_conflict') return undefined;
    return problem.body['current'] as ProfileDocumentDto; // what this route answers with on a conflict
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      this.begin(this.start());
      host.querySelector('input')?.focus();
    });
  }

  /** Whether something is typed that the server does not have. */
  isDirty(): boolean {
    return this.form.isDirty();
  }

  /** Saves; gives whether the server has it all now. */
  async save(): Promise<boolean> {
    const known = this.document();
    const saved = await this.form.submit((form) =>
      known === undefined
        ? this.api.post<ProfileDocumentDto>('/my/profile/documents', { ...form, organisationId: this.organisationId() })
        : this.api.put<ProfileDocumentDto>(`/my/profile/documents/${known.id}`, { ...form, version: this.version() }),
    );
    if (saved === undefined) return false;
    this.saved.emit(saved);
    return true;
  }

  /** Saves what the reader changed on top of what the colleague saved. */
  protected async keepMine(theirs: ProfileDocumentDto): Promise<void> {
    const merged = mergeOnto(toDocumentForm(theirs), this.base(), this.form.value());
    for (const [name, value] of Object.entries(merged)) this.form.set(name, value);
    this.version.set(theirs.version);
    await this.save();
  }

  protected differences(theirs: ProfileDocumentDto): TheirField[] {
    const [mine, other] = [this.form.value(), toDocumentForm(theirs)];
    const fields = [
      { name: 'title', label: this.t(this.names() + '.title'), value: other.title },
      { name: 'text', label: this.t(this.names() + '.text'), value: other.text },
      {
        name: 'year',
        label: this.t('matching.profile.document.year'),
        value: other.year === null ? '' : String(other.year),
      },
      {
        name: 'locale',
        label: this.t('matching.profile.document.language'),
        value: this.t('matching.profile.language.' + other.locale),
      },
    ] as const;
    return fields.filter(({ name }) => mine[name] !== other[name]);
  }

  private begin(form: DocumentForm): void {
    this.base.set(form);
    this.form.reset(form);
  }
}
