import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type ProfileDocumentDto } from '@htsm/contracts';
import { PROFILE_DOCUMENT_KINDS, PROFILE_LIMITS } from '@htsm/domain';
import { ApiClient, createForm, injectText, Language } from '@htsm/web/core';
import { Button, Confirm, Empty, ErrorSummary, Toasts } from '@htsm/web/ui';
import { DocumentEditor } from './document-editor';
import { type DocumentForm, type DocumentKind, emptyDocument, toDocumentForm } from './document-form';

/** What is being written: a document of the list, or a new one. */
interface Editing {
  readonly document: ProfileDocumentDto | undefined;
  readonly start: DocumentForm;
}

/** The projects, products and certificates of a profile: added, changed and removed where they stand. */
@Component({
  selector: 'htsm-document-list',
  imports: [Button, Confirm, DocumentEditor, Empty, ErrorSummary],
  templateUrl: './document-list.html',
  styleUrl: './document-list.css',
})
export class DocumentList {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly sure = viewChild.required(Confirm);
  private readonly editor = viewChild(DocumentEditor);

  readonly documents = input.required<readonly ProfileDocumentDto[]>();
  readonly organisationId = input.required<string>();
  /** The documents as the server now has them. */
  readonly changed = output<ProfileDocumentDto[]>();

  protected readonly t = injectText();
  protected readonly kinds = PROFILE_DOCUMENT_KINDS;
  protected readonly removing = createForm({ initial: {} });
  protected readonly editing = signal<Editing | undefined>(undefined);
  /** What a new document starts from, while one is being written. */
  protected readonly fresh = computed(() => {
    const editing = this.editing();
    return editing?.document === undefined ? editing?.start : undefined;
  });
  /** What the question on the screen is about. */
  protected readonly asked = signal<ProfileDocumentDto | undefined>(undefined);
  protected readonly full = computed(() =>
    this.documents().length < PROFILE_LIMITS.documents
      ? ''
      : this.t('matching.profile.document.full', { most: PROFILE_LIMITS.documents }),
  );

  /** Whether something is typed that the server does not have. */
  isDirty(): boolean {
    return this.editor()?.isDirty() === true;
  }

  /** Saves what is being written; gives whether the server has it all. */
  saveOpen(): Promise<boolean> {
    const editor = this.editor();
    return editor?.isDirty() === true ? editor.save() : Promise.resolve(true);
  }

  /** What the editor of a document starts from; undefined while it is only read. */
  protected startOf(document: ProfileDocumentDto): DocumentForm | undefined {
    const editing = this.editing();
    return editing?.document?.id === document.id ? editing.start : undefined;
  }

  /** Begins a new one; what was being written is saved first. */
  protected async add(kind: DocumentKind): Promise<void> {
    if (!(await this.saveOpen())) return;
    this.editing.set({ document: undefined, start: emptyDocument(kind, this.language.current()) });
  }

  protected async edit(document: ProfileDocumentDto): Promise<void> {
    if (!(await this.saveOpen())) return;
    this.editing.set({ document, start: toDocumentForm(document) });
  }

  protected take(saved: ProfileDocumentDto): void {
    const isKnown = this.documents().some(({ id }) => id === saved.id);
    const next = isKnown
      ? this.documents().map((document) => (document.id === saved.id ? saved : document))
      : [...this.documents(), saved];
    this.changed.emit(next);
    this.toasts.show(this.t('matching.profile.document.saved', { title: saved.title }));
    this.close(saved.id);
  }

  /** Closes the editor; focus goes back to where it was opened. */
  protected close(id: string | undefined): void {
    this.editing.set(undefined);
    this.focus(id === undefined ? '[data-add]' : `[data-edit="${id}"]`);
  }

  protected async remove(document: ProfileDocumentDto): Promise<void> {
    this.asked.set(document);
    if (!(await this.sure().ask())) return;
    const done = await this.removing.submit(async () => {
      await this.api.delete(`/my/profile/documents/${document.id}`);
      return true;
    });
    if (done === undefined) return;
    this.changed.emit(this.documents().filter(({ id }) => id !== document.id));
    this.toasts.show(this.t('matching.profile.document.removed', { title: document.title }));
    this.focus('#documents');
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
