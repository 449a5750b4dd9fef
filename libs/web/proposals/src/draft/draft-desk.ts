import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { type MyProposalDto, type SubmissionDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText, ServerClock } from '@htsm/web/core';
import { AutosaveStatus, Button, Message, TaskList, TimeLeft } from '@htsm/web/ui';
import { CheckPart } from './check-part';
import { ConflictChoice } from './conflict-choice';
import { CriteriaPart } from './criteria-part';
import { Draft } from './draft';
import { DRAFT_PAGES, draftPage, draftTasks } from './draft-parts';
import { FileUploads } from './file-uploads';
import { FilesPart } from './files-part';
import { PlanPart } from './plan-part';
import { SolutionPart } from './solution-part';

/** The editor of a draft: the guide with time left and parts, how saving stands, and the part being written. */
@Component({
  selector: 'htsm-draft-desk',
  imports: [
    AutosaveStatus,
    Button,
    CheckPart,
    ConflictChoice,
    CriteriaPart,
    FilesPart,
    Message,
    PlanPart,
    RouterLink,
    SolutionPart,
    TaskList,
    TimeLeft,
  ],
  templateUrl: './draft-desk.html',
  styleUrl: './draft-desk.css',
})
export class DraftDesk implements OnInit {
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  /** Id of the field that a link of the check page points at. */
  private readonly field = toSignal(inject(ActivatedRoute).fragment);

  /** The draft as it was read; later answers do not replace what is typed. */
  readonly proposal = input.required<MyProposalDto>();
  /** Name of the part in the address. */
  readonly part = input<string | undefined>();
  readonly submitted = output<SubmissionDto>();
  readonly withdrawn = output<MyProposalDto>();
  /** Id of the proposal that changed elsewhere and must be read again. */
  readonly stale = output<string>();

  /** The title as it is typed, for the heading of the page. */
  readonly titled = output<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly clock = inject(ServerClock);
  protected readonly draft = signal<Draft | null>(null);
  protected readonly files = signal<FileUploads | null>(null);
  protected readonly page = computed(() => draftPage(this.part()));
  protected readonly tasks = computed(() => {
    const draft = this.draft();
    return draft === null
      ? []
      : draftTasks(draft, { current: this.page(), isClosed: this.isClosed() }, { t: this.t, plural: this.plural });
  });
  protected readonly isClosed = computed(() => {
    const { state, closesAt } = this.proposal().challenge;
    return state !== 'open' || this.clock.now() >= Date.parse(closesAt);
  });
  protected readonly previous = computed(() => this.neighbour(-1));
  protected readonly next = computed(() => this.neighbour(1));

  constructor() {
    effect(() => {
      const title = this.draft()?.form.value().title;
      if (title !== undefined) this.titled.emit(title);
    });
    effect(() => {
      const id = this.field();
      if (this.page() === 'check' || !id || this.draft() === null) return;
      afterNextRender({ read: () => this.document.getElementById(id)?.focus() }, { injector: this.injector });
    });
  }

  ngOnInit(): void {
    runInInjectionContext(this.injector, () => {
      const draft = new Draft(this.proposal());
      this.draft.set(draft);
      this.files.set(new FileUploads(draft));
    });
  }

  private neighbour(step: -1 | 1): { path: string; page: string } | null {
    const page = DRAFT_PAGES[DRAFT_PAGES.indexOf(this.page()) + step];
    return page === undefined ? null : { path: `/my/proposals/${this.proposal().id}/${page}`, page };
  }
}
