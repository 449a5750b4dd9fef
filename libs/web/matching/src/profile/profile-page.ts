import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ProfileDocumentDto, type ProfileDto } from '@htsm/contracts';
import { completenessOf } from '@htsm/domain';
import {
  ApiClient,
  createForm,
  describePage,
  injectFormats,
  injectText,
  type ListName,
  Lists,
  readScreen,
  Session,
} from '@htsm/web/core';
import {
  Button,
  Confirm,
  ConflictChoice,
  ErrorSummary,
  Message,
  PageHead,
  ReadFailure,
  Skeleton,
  type TheirField,
  Toasts,
  WithSide,
} from '@htsm/web/ui';
import { Completeness } from './completeness';
import { DocumentList } from './document-list';
import { type KeepsTyped } from './leave-profile';
import { ProfileFields } from './profile-fields';
import {
  checkProfile,
  emptyProfile,
  isSame,
  mergeOnto,
  type ProfileForm,
  profileLimits,
  toContent,
  toForm,
} from './profile-form';

/** Page `/profile`: what an SME or knowledge institute tells to be found by; `?id=` for somebody of several. */
@Component({
  selector: 'htsm-profile-page',
  imports: [
    Button,
    Completeness,
    Confirm,
    ConflictChoice,
    DocumentList,
    ErrorSummary,
    Message,
    PageHead,
    ProfileFields,
    ReadFailure,
    RouterLink,
    Skeleton,
    WithSide,
  ],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.css',
})
export class ProfilePage implements KeepsTyped {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly lists = inject(Lists);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  private readonly leaving = viewChild.required(Confirm);
  private readonly list = viewChild(DocumentList);
  /** What the server had when the form was filled in; a later answer waits while something is being typed. */
  private readonly basis = signal<ProfileDto | undefined>(undefined);

  /** Which of the reader's organisations; the first when it is left out. */
  readonly id = input<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly own = computed(() => [
    ...this.session.organisations('sme'),
    ...this.session.organisations('knowledge'),
  ]);
  protected readonly chosen = computed(
    () => (this.own().find(({ id }) => id === this.id()) ?? this.own()[0])?.id ?? '',
  );
  protected readonly read = readScreen<ProfileDto>(() => `/my/profile?organisationId=${this.chosen()}`);
  protected readonly form = createForm<ProfileForm>({
    initial: emptyProfile,
    constraints: profileLimits,
    check: (value) => checkProfile(value, this.t),
  });
  protected readonly completeness = computed(() =>
    completenessOf(toContent(this.form.value()), this.read.value()?.documents ?? []),
  );
  protected readonly conflict = computed(() => {
    const problem = this.form.problem();
    if (problem?.code !== 'version_conflict') return undefined;
    return problem.body['current'] as ProfileDto; // what this route answers with on a conflict
  });

  constructor() {
    describePage(() => ({ title: this.t('matching.profile.title') }));
    effect(() => {
      const profile = this.read.value();
      if (profile === undefined) return;
      const before = untracked(this.basis);
      const isOther = before?.organisationId !== profile.organisationId;
      if (isOther || !untracked(this.form.isDirty)) this.start(profile);
    });
    this.warnBeforeClosing();
  }

  /** Saves what is typed; when that cannot be, asks whether it may be lost. */
  async mayLeave(): Promise<boolean> {
    const isSaved = (await this.saveTyped()) && ((await this.list()?.saveOpen()) ?? true);
    return isSaved || this.leaving().ask();
  }

  protected async save(): Promise<boolean> {
    const { organisationId, version } = this.basis() ?? { organisationId: this.chosen(), version: 0 };
    const saved = await this.form.submit((form) =>
      this.api.put<ProfileDto>('/my/profile', { ...toContent(form), organisationId, version }),
    );
    if (saved === undefined) return false;
    this.start(saved);
    this.read.set(saved);
    this.toasts.show(this.t('matching.profile.saved'));
    return true;
  }

  /** Saves what the reader changed on top of what the colleague saved. */
  protected async keepMine(theirs: ProfileDto): Promise<void> {
    const base = this.basis();
    const mine = this.form.value();
    const merged = mergeOnto(toForm(theirs), base === undefined ? mine : toForm(base), mine);
    for (const [name, value] of Object.entries(merged)) this.form.set(name, value);
    this.basis.set(theirs);
    await this.save();
  }

  protected takeTheirs(theirs: ProfileDto): void {
    this.start(theirs);
    this.read.set(theirs);
  }

  /** What the colleague filled in, where it differs from what stands here. */
  protected differences(theirs: ProfileDto): TheirField[] {
    const [mine, other] = [this.form.value(), toForm(theirs)];
    return Object.entries(this.words(other))
      .filter(([name]) => !isSame(Reflect.get(mine, name), Reflect.get(other, name)))
      .map(([name, value]) => ({ label: this.t('matching.profile.field.' + name), value }));
  }

  protected takeDocuments(documents: ProfileDocumentDto[]): void {
    const profile = this.read.value();
    if (profile !== undefined) this.read.set({ ...profile, documents });
  }

  /** Brings a place of the page into view and gives it focus. */
  protected goTo(place: string): void {
    const target = this.document.getElementById(place);
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  }

  private saveTyped(): Promise<boolean> {
    return this.form.isDirty() ? this.save() : Promise.resolve(true);
  }

  private start(profile: ProfileDto): void {
    this.basis.set(profile);
    untracked(() => this.form.reset(toForm(profile)));
  }

  private words(form: ProfileForm): Record<string, string> {
    const named = (list: ListName, codes: readonly string[]) =>
      codes.map((code) => this.lists.word(list, code)).join(', ');
    return {
      about: form.about,
      locale: this.t('matching.profile.language.' + form.locale),
      themes: named('theme', form.themes),
      capabilities: form.capabilities.join(', '),
      regions: named('region', form.regions),
      certificates: named('certificate', form.certificates),
      size: form.size === '' ? '' : this.lists.word('company_size', form.size),
      trlMin: form.trlMin,
      trlMax: form.trlMax,
      showsName: this.t(form.showsName ? 'matching.profile.showsName.yes' : 'matching.profile.showsName.no'),
    };
  }

  private warnBeforeClosing(): void {
    const window = this.document.defaultView;
    const warn = (event: BeforeUnloadEvent): void => {
      if (this.form.isDirty() || this.list()?.isDirty() === true) event.preventDefault();
    };
    window?.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', warn));
  }
}
