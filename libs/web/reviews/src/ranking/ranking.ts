import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type OutcomeDto, type RankingDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, Skeleton } from '@htsm/web/ui';
import { ChallengeNav } from '../shared/challenge-nav';
import { AnchorReport } from './anchor-report';
import { DecisionRecord } from '../shared/decision-record';
import { ProblemMessage } from '../shared/problem-message';
import { DisagreementList } from './disagreement-list';
import { LeniencyReport } from './leniency-report';
import { askedColumns, chosenColumns, columnsOf } from './ranking-columns';
import { RankingTable } from './ranking-table';
import { ScoreDistributions } from './score-distributions';
import { StabilityReport } from './stability-report';
import { TableChoice } from './table-choice';

/** The standing of a challenge: the table, and how fair, firm and agreed it is. Columns and order are in the address. */
@Component({
  selector: 'htsm-ranking',
  imports: [
    Button,
    ChallengeNav,
    AnchorReport,
    DecisionRecord,
    DisagreementList,
    Empty,
    LeniencyReport,
    NotFound,
    PageHead,
    ProblemMessage,
    RankingTable,
    RouterLink,
    ScoreDistributions,
    Skeleton,
    StabilityReport,
    TableChoice,
  ],
  templateUrl: './ranking.html',
  styleUrl: './ranking.css',
})
export class Ranking {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly document = inject(DOCUMENT);

  readonly id = input.required<string>();
  /** Columns to show, between commas; the usual ones when left out. */
  readonly columns = input<string>();
  /** Column to sort by, with a minus before it the other way round; by place when left out. */
  readonly sort = input<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<RankingDto>(() => `/taskforce/challenges/${this.id()}/ranking`);
  protected readonly order = computed(() => this.sort() ?? '');
  private readonly known = computed(() => columnsOf(this.page.value() ?? { criteria: [] }));
  protected readonly shown = computed(() => chosenColumns(this.columns(), this.known()));
  protected readonly undecided = computed(
    () =>
      this.page.value()?.items.filter(({ outcome }) => outcome === 'under_review' || outcome === 'shortlisted')
        .length ?? 0,
  );

  constructor() {
    describePage(() => ({ title: this.t('reviews.ranking.title') }));
  }

  /** Puts a chosen outcome in place, so that the next press on its row is about what is shown. */
  protected take({ proposalId, outcome, steps, version }: OutcomeDto): void {
    const ranking = this.page.value();
    if (ranking === undefined) return;
    const items = ranking.items.map((item) =>
      item.proposalId === proposalId ? { ...item, outcome, steps, version } : item,
    );
    this.page.set({ ...ranking, items });
  }

  protected async chooseColumns(columns: readonly string[]): Promise<void> {
    await this.keep({ columns: askedColumns(columns, this.known()) });
  }

  protected filePath(part: 'ranking' | 'scores'): string {
    return `/api/taskforce/challenges/${this.id()}/${part}/file`;
  }

  protected fileName(what: string, { challenge }: RankingDto, type: 'csv' | 'xlsx' = 'csv'): string {
    return `${what}-${challenge.slug}.${type}`;
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  /** Puts a choice into the address, so that it can be kept and sent to a colleague. */
  protected async keep(queryParams: Readonly<Record<string, string | null>>): Promise<void> {
    await this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
