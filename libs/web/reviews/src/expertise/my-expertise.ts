import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { constraints, type ExpertiseDto } from '@htsm/contracts';
import { LOCALES, type Locale } from '@htsm/domain';
import {
  ApiClient,
  createForm,
  describePage,
  injectText,
  Language,
  Lists,
  mayBeEmpty,
  readScreen,
} from '@htsm/web/core';
import {
  Button,
  ChoiceTree,
  ConflictChoice,
  ErrorSummary,
  PageHead,
  RadioGroup,
  ReadFailure,
  Skeleton,
  TextArea,
  Toasts,
} from '@htsm/web/ui';

const { words, locale, themes } = constraints['ChangeExpertiseDto'];

/** What the reader knows, so that the taskforce gives them proposals that fit. */
@Component({
  selector: 'htsm-my-expertise',
  imports: [
    ...[Button, ChoiceTree, ConflictChoice, ErrorSummary, PageHead, RadioGroup],
    ...[ReadFailure, RouterLink, Skeleton, TextArea],
  ],
  templateUrl: './my-expertise.html',
  styleUrl: './my-expertise.css',
})
export class MyExpertise {
  private readonly api = inject(ApiClient);
  private readonly lists = inject(Lists);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly version = signal(0);

  protected readonly t = injectText();
  protected readonly page = readScreen<ExpertiseDto>(() => '/my/expertise');
  protected readonly form = createForm({
    initial: { words: '', themes: [] as readonly string[], locale: this.language.current() as Locale },
    constraints: { words: mayBeEmpty(words), themes: mayBeEmpty(themes), locale },
  });
  protected readonly themes = computed(() => this.lists.options('theme', this.form.value().themes));
  protected readonly locales = computed(() =>
    LOCALES.map((value) => ({ value, label: this.t('reviews.expertise.language.' + value) })),
  );
  protected readonly conflict = computed(() => {
    const problem = this.form.problem();
    if (problem?.code !== 'version_conflict') return undefined;
    return problem.body['current'] as ExpertiseDto; // what this route answers with on a conflict
  });

  constructor() {
    describePage(() => ({ title: this.t('reviews.expertise.title') }));
    effect(() => {
      const saved = this.page.value();
      if (saved !== undefined) untracked(() => this.take(saved));
    });
  }

  protected themeWords(codes: readonly string[]): string {
    return codes.map((code) => this.lists.word('theme', code)).join(', ');
  }

  protected take({ version, ...fields }: ExpertiseDto): void {
    this.version.set(version);
    this.form.reset(fields);
  }

  protected async save(): Promise<void> {
    const saved = await this.form.submit((value) =>
      this.api.put<ExpertiseDto>('/my/expertise', { ...value, version: this.version() }),
    );
    if (saved === undefined) return;
    this.take(saved);
    this.toasts.show(this.t('reviews.expertise.saved'));
  }

  protected async keepMine(theirs: ExpertiseDto): Promise<void> {
    this.version.set(theirs.version);
    await this.save();
  }
}
