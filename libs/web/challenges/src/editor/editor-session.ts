import { inject, signal, untracked } from '@angular/core';
import { MAX_THEMES } from '@htsm/domain';
import { constraints, type ChallengeDossierDto } from '@htsm/contracts';
import {
  ApiClient,
  createAutosave,
  createForm,
  injectText,
  Problem,
  type SaveReceipt,
  ServerClock,
} from '@htsm/web/core';
import { canSendCriteria, changedFields, type EditorForm, toForm } from './editor-form';

/** The limits of what is typed; the version is not. */
const limits = Object.fromEntries(
  Object.entries(constraints['ChangeChallengeDto'] ?? {}).filter(([field]) => field !== 'version'),
);

/**
 * One sitting at one challenge: the form, what the server last answered, and saving by itself. Made where `inject`
 * works, once the challenge has been read.
 */
export class EditorSession {
  private readonly api = inject(ApiClient);
  private readonly clock = inject(ServerClock);
  private readonly t = injectText();
  private saved: EditorForm;

  /** The challenge as the server last gave it, with its findings. */
  readonly dossier;
  readonly form;
  readonly autosave;

  constructor(dossier: ChallengeDossierDto) {
    this.saved = toForm(dossier);
    this.dossier = signal(dossier);
    this.form = createForm<EditorForm>({
      initial: this.saved,
      constraints: limits,
      check: ({ themes }) => ({
        themes: themes.length > MAX_THEMES ? this.t('challenges.editor.themesMany', { max: MAX_THEMES }) : undefined,
      }),
    });
    this.autosave = createAutosave<EditorForm>({
      value: this.form.value,
      version: dossier.version,
      save: (value, version) => this.save(value, version),
    });
  }

  /**
   * Shows an answer that came another way, such as an upload. The version of what is typed stays: a colleague's text
   * that came along must still be noticed at the next save.
   */
  accept(dossier: ChallengeDossierDto): void {
    this.clock.sync(dossier.now);
    this.dossier.set(dossier);
  }

  /** Asks for the findings again, in the language that is on the screen now. */
  async refresh(): Promise<void> {
    try {
      this.accept(await this.api.get<ChallengeDossierDto>(`/my/challenges/${untracked(this.dossier).id}`));
    } catch (error) {
      // the next save brings them too
      if (!(error instanceof Problem)) throw error;
    }
  }

  /** Goes on from the other text of a conflict. */
  takeTheirs(): void {
    const theirs = this.autosave.conflict()?.theirs;
    if (theirs === undefined) return;
    // the answer to a version conflict carries the present dossier
    const dossier = theirs as ChallengeDossierDto;
    this.saved = toForm(dossier);
    this.dossier.set(dossier);
    this.form.reset(this.saved);
    this.autosave.takeTheirs();
  }

  /** Sends fields and criteria that changed; each is one request on the version that the one before gave. */
  private async save(value: EditorForm, version: number): Promise<SaveReceipt> {
    const path = `/my/challenges/${untracked(this.dossier).id}`;
    const fields = changedFields(value, this.saved, untracked(this.form.faults));
    let current = version;
    try {
      if (Object.keys(fields).length > 0) {
        current = this.keep(await this.api.patch<ChallengeDossierDto>(path, { ...fields, version: current }), {
          ...this.saved,
          ...fields,
        });
      }
      if (value.criteria !== this.saved.criteria && canSendCriteria(value.criteria)) {
        const body = { version: current, criteria: value.criteria };
        current = this.keep(await this.api.put<ChallengeDossierDto>(`${path}/criteria`, body), {
          ...this.saved,
          criteria: value.criteria,
        });
      }
    } catch (error) {
      if (error instanceof Problem && error.errors.length > 0) this.form.refuse(error);
      throw error;
    }
    return { version: current, savedAt: new Date(untracked(this.clock.now)).toISOString() };
  }

  private keep(dossier: ChallengeDossierDto, saved: EditorForm): number {
    this.saved = saved;
    this.clock.sync(dossier.now);
    this.dossier.set(dossier);
    return dossier.version;
  }
}
