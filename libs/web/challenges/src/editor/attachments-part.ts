import { Component, computed, inject, input, signal } from '@angular/core';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { ApiClient, injectText, Problem, Uploads } from '@htsm/web/core';
import { FileList, FilePicker, type ListedFile } from '@htsm/web/ui';
import { type EditorSession } from './editor-session';

/** Files for readers of the challenge; each is sent at once, with its progress. */
@Component({
  selector: 'htsm-attachments-part',
  imports: [FileList, FilePicker],
  template: `
    <htsm-file-list [files]="files()" [canRemove]="true" (remove)="remove($event)" />
    <htsm-file-picker [hint]="t('challenges.hint.files')" (picked)="add($event)" />
  `,
  styleUrl: './part.css',
})
export class AttachmentsPart {
  readonly session = input.required<EditorSession>();

  private readonly api = inject(ApiClient);
  private readonly uploads = inject(Uploads);
  protected readonly t = injectText();
  /** Files on their way, and refused ones until they are taken away. */
  private readonly underway = signal<readonly ListedFile[]>([]);
  private readonly path = computed(() => `/my/challenges/${this.session().dossier().id}/attachments`);
  protected readonly files = computed<ListedFile[]>(() => [
    ...this.session()
      .dossier()
      .attachments.map((file) => ({
        id: file.id,
        name: file.fileName,
        bytes: file.sizeBytes,
        href: `/api${this.path()}/${file.id}`,
      })),
    ...this.underway(),
  ]);

  /** Sends one file after the other: the limit for all together counts what is already there. */
  protected async add(files: readonly File[]): Promise<void> {
    const waiting = files.map((file) => ({ file, id: crypto.randomUUID() }));
    this.underway.update((list) => [
      ...list,
      ...waiting.map(({ file, id }) => ({ id, name: file.name, bytes: file.size, part: 0 })),
    ]);
    for (const { file, id } of waiting) await this.send(file, id);
  }

  protected async remove(file: ListedFile): Promise<void> {
    if (file.error !== undefined) {
      this.forget(file.id);
      return;
    }
    try {
      this.session().accept(await this.api.delete<ChallengeDossierDto>(`${this.path()}/${file.id}`));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.underway.update((list) => [...list, { ...file, id: crypto.randomUUID(), error: error.detail }]);
    }
  }

  private async send(file: File, id: string): Promise<void> {
    const body = new FormData();
    body.append('file', file, file.name);
    try {
      const onProgress = (part: number): void => this.update(id, { part });
      this.session().accept(await this.uploads.send<ChallengeDossierDto>(this.path(), body, { onProgress }));
      this.forget(id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.update(id, { error: error.detail });
    }
  }

  private update(id: string, change: Partial<ListedFile>): void {
    this.underway.update((list) => list.map((file) => (file.id === id ? { ...file, ...change } : file)));
  }

  private forget(id: string): void {
    this.underway.update((list) => list.filter((file) => file.id !== id));
  }
}
