import { Component, input } from '@angular/core';
import { injectText } from '@htsm/web/core';
import { FileList, FilePicker, Sees } from '@htsm/web/ui';
import { type FileUploads } from './file-uploads';

const KINDS =
  '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.gif,.tif,.tiff,.step,.stp,.iges,.igs,.dxf,.dwg,.stl,.zip';

/** The fourth part: files that show what words cannot. */
@Component({
  selector: 'htsm-files-part',
  imports: [FileList, FilePicker, Sees],
  template: `
    <section class="part" aria-labelledby="part-files">
      <div>
        <h2 id="part-files">4. {{ t('proposals.part.attachments') }}</h2>
        <p class="soft">{{ t('proposals.lead.attachments') }}</p>
      </div>
      <div><htsm-sees [who]="t('proposals.sees', { owner: owner() })" /></div>
      @if (files().list().length > 0) {
        <htsm-file-list [files]="files().list()" [canRemove]="true" (remove)="files().remove($event)" />
      }
      <htsm-file-picker [hint]="t('proposals.files.hint')" [accept]="kinds" (picked)="files().add($event)" />
    </section>
  `,
  styleUrl: './part.css',
})
export class FilesPart {
  readonly files = input.required<FileUploads>();
  readonly owner = input.required<string>();

  protected readonly t = injectText();
  protected readonly kinds = KINDS;
}
