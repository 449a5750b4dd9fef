import { computed, inject, type Signal, signal, untracked } from '@angular/core';
import { type MyProposalDto, type ProposalAttachmentDto, type SavedProposalDto } from '@htsm/contracts';
import {
  PROPOSAL_LENGTHS,
  PROPOSAL_WORDS,
  countWords,
  proposalGaps,
  type ProposalContent,
  type ProposalGap,
} from '@htsm/domain';
import {
  ApiClient,
  type Autosave,
  createAutosave,
  createForm,
  type FormState,
  Language,
  Problem,
  type SaveReceipt,
  type TextFunction,
} from '@htsm/web/core';
import { changesSince, clashes, contentOf, isPrice, isProposal, saveBody, takeOver, write } from './draft-content';

/** A draft on the screen: what is typed, how saving stands, its files, and what is still missing. */
export class Draft {
  readonly form: FormState<ProposalContent>;
  readonly autosave: Autosave<ProposalContent>;
  /** The files on the server, oldest first. */
  readonly attachments: Signal<readonly ProposalAttachmentDto[]>;
  /** What keeps it from being submitted, by what is on the screen now. */
  readonly gaps: Signal<readonly ProposalGap[]>;

  private readonly files = signal<readonly ProposalAttachmentDto[]>([]);
  private base: ProposalContent;
  private savedAt: string;

  /** Needs an injection context. */
  constructor(readonly proposal: MyProposalDto) {
    const language = inject(Language);
    this.base = contentOf(proposal);
    this.savedAt = proposal.savedAt;
    this.files.set(proposal.attachments);
    this.attachments = this.files.asReadonly();
    this.form = createForm<ProposalContent>({
      initial: this.base,
      check: (value) => faultsOf(value, language.t),
    });
    this.gaps = computed(() => proposalGaps(this.form.value(), proposal.criteria));
    this.autosave = createAutosave<ProposalContent>({
      value: this.form.value,
      version: proposal.version,
      save: (value, version) => this.save(value, version),
    });
  }

  private readonly api = inject(ApiClient);

  /** Takes over the files and the version after an upload or a removal. */
  acceptFiles(files: { attachments: readonly ProposalAttachmentDto[]; version: number; savedAt: string }): void {
    this.files.set(files.attachments);
    this.savedAt = files.savedAt;
    this.autosave.acceptVersion(files.version);
  }

  /** Lists the fields that I and the other side changed in different ways. */
  clashesWith(theirs: ProposalContent): string[] {
    return clashes(this.base, untracked(this.form.value), theirs);
  }

  /** In a conflict: goes on with my texts; what only the other changed is taken over. */
  keepMine(): void {
    const theirs = this.autosave.conflict()?.theirs;
    if (isProposal(theirs)) this.rebase(theirs);
    this.autosave.keepMine();
  }

  /** In a conflict: goes on with the other texts; what only I changed is kept. */
  takeTheirs(): void {
    const theirs = this.autosave.conflict()?.theirs;
    if (!isProposal(theirs)) return;
    const lost = Object.fromEntries(this.clashesWith(theirs).map((path) => [path, fieldOf(theirs, path)]));
    this.rebase(theirs, lost);
    this.autosave.keepMine();
  }

  /**
   * Saves what changed. When somebody else saved meanwhile and touched other fields, both changes go on together;
   * only a field that both changed becomes a conflict.
   */
  private async save(value: ProposalContent, version: number): Promise<SaveReceipt> {
    const changes = changesSince(this.base, value);
    if (Object.keys(changes).length === 0) return { version, savedAt: this.savedAt };
    try {
      const body = saveBody(changes, version);
      const saved = await this.api.patch<SavedProposalDto>(`/my/proposals/${this.proposal.id}`, body);
      this.base = write(this.base, changes);
      this.savedAt = saved.savedAt;
      return saved;
    } catch (error) {
      const theirs = error instanceof Problem && error.code === 'version_conflict' ? error.body['current'] : undefined;
      if (!isProposal(theirs) || clashes(this.base, value, theirs).length > 0) throw error;
      this.rebase(theirs);
      return this.save(untracked(this.form.value), theirs.version);
    }
  }

  /** Goes on from what the server has: fields that only the other side changed, and those in `lost`, are theirs. */
  private rebase(theirs: MyProposalDto, lost: Readonly<Record<string, string | number | null>> = {}): void {
    const merged = write(takeOver(this.base, untracked(this.form.value), theirs), lost);
    this.base = contentOf(theirs);
    this.savedAt = theirs.savedAt;
    this.files.set(theirs.attachments);
    for (const name of ['title', 'summary', 'approach', 'planning', 'priceEur'] as const)
      this.form.set(name, merged[name]);
    for (const [index, fit] of merged.fits.entries()) this.form.set(`fits.${index}.text`, fit.text);
  }
}

function fieldOf(proposal: ProposalContent, path: string): string | number | null {
  if (path === 'priceEur') return proposal.priceEur;
  if (path.startsWith('fits.')) return proposal.fits.find((fit) => `fits.${fit.criterionId}` === path)?.text ?? '';
  return path === 'title' || path === 'summary' || path === 'approach' || path === 'planning' ? proposal[path] : '';
}

/** What is wrong with a field as it stands; that it is still empty is no mistake while writing. */
function faultsOf(value: ProposalContent, t: TextFunction): Record<string, string | undefined> {
  const fits = value.fits.map((fit, index) => [`fits.${index}.text`, tooLong(fit.text, 'fit', t)] as const);
  return {
    title: tooLong(value.title, 'title', t),
    summary: tooLong(value.summary, 'summary', t),
    approach: tooLong(value.approach, 'approach', t),
    planning: tooLong(value.planning, 'planning', t),
    priceEur: isPrice(value.priceEur) ? undefined : t('proposals.fault.price'),
    ...Object.fromEntries(fits),
  };
}

function tooLong(text: string, field: keyof typeof PROPOSAL_WORDS, t: TextFunction): string | undefined {
  const max = PROPOSAL_LENGTHS[field];
  if (text.length > max) return t('proposals.fault.length', { max, length: text.length });
  const words = countWords(text);
  const most = PROPOSAL_WORDS[field];
  if (words <= most) return undefined;
  return words - most === 1
    ? t('proposals.fault.word', { max: most })
    : t('proposals.fault.words', { over: words - most, max: most });
}
