import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { CHALLENGE_SECTIONS, type ChallengeSection } from '@htsm/domain';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { ApiClient, describePage, injectPlural, injectText, Language, NotFound, Problem } from '@htsm/web/core';
import { AutosaveStatus, Button, Message, PageHead, Skeleton, StatePill, type Task, TaskList } from '@htsm/web/ui';
import { titleOf } from '../shared/dossier-text';
import { AttachmentsPart } from './attachments-part';
import { BudgetPart } from './budget-part';
import { CheckPart } from './check-part';
import { CriteriaPart } from './criteria-part';
import { EditorConflict } from './editor-conflict';
import { EditorSession } from './editor-session';
import { MaturityPart } from './maturity-part';
import { PartFindings } from './part-findings';
import { PlanningPart } from './planning-part';
import { TextsPart } from './texts-part';
import { ThemesPart } from './themes-part';

/** The parts in the order of the task list; the last one is reading it all once more. */
const parts = [...CHALLENGE_SECTIONS, 'check'] as const;
type Part = (typeof parts)[number];

/** The wizard: a task list beside one part at a time, order free, everything saved by itself. */
@Component({
  selector: 'htsm-challenge-editor',
  host: { '[class.wrap]': 'problem()?.status !== 404' },
  imports: [
    AttachmentsPart,
    AutosaveStatus,
    BudgetPart,
    Button,
    CheckPart,
    CriteriaPart,
    EditorConflict,
    MaturityPart,
    Message,
    NotFound,
    PageHead,
    PartFindings,
    PlanningPart,
    RouterLink,
    Skeleton,
    StatePill,
    TaskList,
    TextsPart,
    ThemesPart,
  ],
  templateUrl: './challenge-editor.html',
  styleUrl: './challenge-editor.css',
})
export class ChallengeEditor {
  readonly id = input.required<string>();
  readonly part = input.required<string>();

  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly language = inject(Language);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly session = signal<EditorSession | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly current = computed<Part | undefined>(() => parts.find((part) => part === this.part()));
  protected readonly number = computed(() => parts.findIndex((part) => part === this.part()) + 1);
  protected readonly nextPart = computed(() => parts[this.number()]);
  protected readonly section = computed<ChallengeSection | undefined>(() =>
    CHALLENGE_SECTIONS.find((section) => section === this.part()),
  );
  protected readonly title = computed(() => {
    const session = this.session();
    if (session === undefined) return '';
    const { titleNl, titleEn } = session.form.value();
    const dossier = { ...session.dossier(), titleNl, titleEn };
    return titleOf(dossier, this.language.current()) || this.t('challenges.mine.untitled');
  });
  protected readonly tasks = computed<Task[]>(() => {
    const dossier = this.session()?.dossier();
    return dossier === undefined ? [] : parts.map((part, index) => this.task(dossier, part, index + 1));
  });

  constructor() {
    effect(() => void this.open(this.id()));
    effect(() => {
      const fragment = this.fragment();
      if (fragment && this.session() !== undefined && this.current() !== undefined) this.focusOn(fragment);
    });
    let shown = untracked(this.language.current);
    effect(() => {
      const language = this.language.current();
      if (language !== shown) void untracked(this.session)?.refresh();
      shown = language;
    });
    describePage(() => ({ title: this.title() === '' ? this.t('challenges.mine.title') : this.title() }));
  }

  private async open(id: string): Promise<void> {
    try {
      const dossier = await this.api.get<ChallengeDossierDto>(`/my/challenges/${id}`);
      if (!dossier.steps.canEdit) {
        await this.router.navigate(['/my/challenges', id], { replaceUrl: true });
        return;
      }
      this.session.set(runInInjectionContext(this.injector, () => new EditorSession(dossier)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.problem.set(error);
    }
  }

  /** A link from a finding leads to its field. */
  private focusOn(field: string): void {
    afterNextRender(() => setTimeout(() => document.getElementById(field)?.focus()), { injector: this.injector });
  }

  private task(dossier: ChallengeDossierDto, part: Part, number: number): Task {
    const base = {
      label: `${number}. ${this.t('challenges.section.' + part)}`,
      path: `/my/challenges/${untracked(this.id)}/${part}`,
      isCurrent: part === this.part(),
    };
    if (part === 'check') {
      const open = dossier.blocking.length;
      return {
        ...base,
        state: open === 0 ? this.t('challenges.progress.ready') : this.plural('challenges.progress.open', open),
      };
    }
    const state = dossier.sections.find(({ section }) => section === part);
    if (state === undefined || state.progress === 'optional')
      return { ...base, state: this.t('challenges.progress.optional') };
    if (state.progress === 'complete') return { ...base, state: this.t('challenges.progress.complete'), tone: 'good' };
    if (state.progress === 'empty') return { ...base, state: this.t('challenges.progress.empty') };
    return { ...base, state: this.plural('challenges.progress.open', state.open), tone: 'still' };
  }
}
