import { Refusal } from '../errors/refusal';

/** Why a file is refused; the sentence is `errors.file_<reason>` in the catalogues. */
export type FileFault =
  | 'missing'
  | 'empty'
  | 'too_large'
  | 'too_large_together'
  | 'too_many'
  | 'kind_refused'
  | 'plain_text'
  | 'drawing_with_script'
  | 'executable'
  | 'executable_inside'
  | 'macros'
  | 'locked_or_old_office'
  | 'locked_archive'
  | 'damaged'
  | 'two_kinds'
  | 'unpacks_too_large'
  | 'too_many_members'
  | 'archive_inside'
  | 'infected'
  | 'not_scanned'
  | 'interrupted';

/** An uploaded file that we do not keep; the sentence says why, and what to do instead. */
export class FileRefused extends Refusal {
  constructor(
    readonly fault: FileFault,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`file_${fault}`, statusOf(fault), { params });
  }
}

function statusOf(fault: FileFault): number {
  if (fault === 'not_scanned') return 503;
  return fault.startsWith('too_large') ? 413 : 422;
}
