import { computed, inject, type Signal, signal } from '@angular/core';
import { type AddedProposalFileDto, type RemainingProposalFilesDto } from '@htsm/contracts';
import { ApiClient, injectText, Problem, Uploads } from '@htsm/web/core';
import { type ListedFile } from '@htsm/web/ui';
import { type Draft } from './draft';

const MOST_BYTES = 25 * 1024 * 1024;
let counter = 0;

/** Sends files one after another and shows how far each is; what was refused stays in the list with its reason. */
export class FileUploads {
  private readonly api = inject(ApiClient);
  private readonly uploads = inject(Uploads);
  private readonly t = injectText();
  private readonly pending = signal<readonly ListedFile[]>([]);
  private last: Promise<void> = Promise.resolve();

  /** Kept files first, then what is on its way or was refused. */
  readonly list: Signal<readonly ListedFile[]>;
  /** Whether something is on its way. */
  readonly isBusy = computed(() => this.pending().some((file) => file.error === undefined));

  /** Needs an injection context. */
  constructor(private readonly draft: Draft) {
    this.list = computed(() => [
      ...draft.attachments().map((file) => ({
        id: file.id,
        name: file.fileName,
        bytes: file.sizeBytes,
        href: `/api/my/proposals/${draft.proposal.id}/attachments/${file.id}`,
      })),
      ...this.pending(),
    ]);
  }

  /** Sends the chosen files. */
  add(files: readonly File[]): void {
    for (const file of files) {
      const id = `sending-${counter++}`;
      const isTooLarge = file.size > MOST_BYTES;
      const error = isTooLarge ? this.t('proposals.files.tooLarge') : undefined;
      this.pending.update((list) => [...list, { id, name: file.name, bytes: file.size, part: 0, error }]);
      if (!isTooLarge) this.last = this.last.then(() => this.send(id, file));
    }
  }

  /** Takes a refused file out of the list, or a kept one out of the proposal. */
  async remove(file: ListedFile): Promise<void> {
    if (file.error !== undefined && file.href === undefined) return this.forget(file.id);
    try {
      const path = `/my/proposals/${this.draft.proposal.id}/attachments/${file.id}`;
      this.draft.acceptFiles(await this.api.delete<RemainingProposalFilesDto>(path));
    } catch (error) {
      this.pending.update((list) => [
        ...list,
        { id: `sending-${counter++}`, name: file.name, bytes: file.bytes, error: detailOf(error) },
      ]);
    }
  }

  private async send(id: string, file: File): Promise<void> {
    const form = new FormData();
    form.append('file', file);
    try {
      const onProgress = (part: number): void => this.change(id, { part });
      const path = `/my/proposals/${this.draft.proposal.id}/attachments`;
      this.draft.acceptFiles(await this.uploads.send<AddedProposalFileDto>(path, form, { onProgress }));
      this.forget(id);
    } catch (error) {
      this.change(id, { error: detailOf(error) });
    }
  }

  private change(id: string, changes: Partial<ListedFile>): void {
    this.pending.update((list) => list.map((file) => (file.id === id ? { ...file, ...changes } : file)));
  }

  private forget(id: string): void {
    this.pending.update((list) => list.filter((file) => file.id !== id));
  }
}

function detailOf(error: unknown): string {
  if (error instanceof Problem) return `${error.title}. ${error.detail}`;
  throw error;
}
