import { Component, computed, inject, signal } from '@angular/core';
import { type ReceiptVerificationDto } from '@htsm/contracts';
import { type ReceiptManifest } from '@htsm/domain';
import { ApiClient, createAction, describePage, injectFormats, injectText } from '@htsm/web/core';
import { Button, FilePicker, Message, PageHead, TextArea } from '@htsm/web/ui';
import { type CheckedFile, checkFile, manifestOf, textOf } from './receipt-check';

/** What came of looking at a receipt: the manifest of a genuine one, or null. */
interface Verdict {
  readonly manifest: ReceiptManifest | null;
}

/** Page `/receipts/verify`: whether a receipt is genuine, and whether files belong to it; for anyone, signed in or not. */
@Component({
  selector: 'htsm-verify-receipt',
  imports: [Button, FilePicker, Message, PageHead, TextArea],
  templateUrl: './verify-receipt.html',
  styleUrl: './verify-receipt.css',
})
export class VerifyReceipt {
  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly pasted = signal('');
  protected readonly check = createAction();
  protected readonly verdict = signal<Verdict | undefined>(undefined);
  protected readonly manifest = computed(() => this.verdict()?.manifest ?? undefined);
  protected readonly files = signal<readonly CheckedFile[]>([]);
  protected readonly proves = ['recorded', 'instant', 'unchanged', 'files'];
  protected readonly doesNotProve = ['author', 'truth', 'latest'];

  constructor() {
    describePage(() => ({ title: this.t('proposals.verify.title'), description: this.t('proposals.verify.lead') }));
  }

  protected async pickReceipt([file]: readonly File[]): Promise<void> {
    if (file !== undefined) await this.verify(textOf(await file.arrayBuffer()));
  }

  /** A copy by hand often loses the line break at the end; the file itself has exactly one. */
  protected async verifyPasted(): Promise<void> {
    await this.verify(`${this.pasted().replaceAll('\r\n', '\n').trim()}\n`);
  }

  protected async pickFiles(chosen: readonly File[]): Promise<void> {
    const manifest = this.manifest();
    if (manifest === undefined) return;
    const checked = await Promise.all(chosen.map((file) => checkFile(manifest, file)));
    this.files.update((earlier) => [...earlier, ...checked]);
  }

  /** What is no receipt to the byte needs no server; whose signature it is, only the server's keys can tell. */
  private async verify(receipt: string | null): Promise<void> {
    this.verdict.set(undefined);
    this.files.set([]);
    const manifest = receipt === null ? null : manifestOf(receipt);
    await this.check.run(async () => {
      const isGenuine =
        manifest !== null &&
        (await this.api.post<ReceiptVerificationDto>('/receipts/verification', { receipt })).isValid;
      this.verdict.set({ manifest: isGenuine ? manifest : null });
    });
  }
}
