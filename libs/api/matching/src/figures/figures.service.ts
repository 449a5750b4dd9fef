import { Injectable } from '@nestjs/common';
import {
  FIGURE_KINDS,
  LEAST_PUBLISHED,
  OPEN_FIGURES,
  SUGGESTION_OUTCOMES,
  countFacts,
  guardSmall,
  medianOf,
  type Cell,
  type CountedCell,
  type Fact,
} from '@htsm/domain';
import { ANONYMOUS, Database, type Tx, type UserActor } from '@htsm/api/core';
import { readExposure } from '../exposure/exposure-report';
import type { FigureDto, FiguresDto, FiguresQueryDto, TaskforceFiguresDto } from './figures.dto';
import { FUNNEL_STEPS, FiguresRepository, type FactRow, type FunnelStep } from './figures.repository';
import { readLearning } from './learning';

/** The figures of a year, from the log of what happened: the same log gives the same figures. */
@Injectable()
export class Figures {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresRepository,
  ) {}

  /** Gives what everybody may know: no count below three but of what is public itself. */
  published(query: FiguresQueryDto): Promise<FiguresDto> {
    return this.database.as(ANONYMOUS, async (tx) => {
      const { year, years } = await this.year(tx, query);
      return { year, years, ...toFigures(await this.figures.facts(tx, year, 'everybody'), 'everybody') };
    });
  }

  /** Gives the same as a file for spreadsheets. */
  async file(query: FiguresQueryDto): Promise<string> {
    const { year, figures, outcomes } = await this.published(query);
    const rows = figures.flatMap(({ kind, months, themes, regions }) => [
      ...months.map((cell) => [kind, 'month', cell]),
      ...themes.map((cell) => [kind, 'theme', cell]),
      ...regions.map((cell) => [kind, 'province', cell]),
    ]);
    const lines = [...rows, ...outcomes.map((cell) => ['outcomes', 'kind', cell])] as [string, string, Cell][]; // each was made so just above
    return [
      'year,figure,by,key,count',
      ...lines.map(([kind, by, { key, count }]) => [year, kind, by, key, count ?? `<${LEAST_PUBLISHED}`].join(',')),
      '',
    ].join('\r\n');
  }

  /** Gives every count that the actor may know. */
  forTaskforce(actor: UserActor, query: FiguresQueryDto): Promise<TaskforceFiguresDto> {
    return this.database.as(actor, async (tx) => {
      const { year, years } = await this.year(tx, query);
      const facts = await this.figures.facts(tx, year, 'actor');
      const reached = await this.figures.funnel(tx, year);
      const steps = Object.keys(FUNNEL_STEPS) as FunnelStep[]; // its keys are the steps
      const funnel = steps.map((step) => ({ key: step, count: reached[step] }));
      const learning = await readLearning(tx, year);
      const exposure = await readExposure(tx, year);
      return { year, years, ...toFigures(facts, 'taskforce'), funnel, learning, exposure };
    });
  }

  private async year(tx: Tx, query: FiguresQueryDto): Promise<{ year: number; years: number[] }> {
    const years = await this.figures.years(tx);
    return { year: query.year ?? years[0] ?? (await tx.now()).getUTCFullYear(), years };
  }
}

function toFigures(
  rows: readonly FactRow[],
  reader: 'everybody' | 'taskforce',
): Pick<FiguresDto, 'figures' | 'outcomes' | 'daysToDecision'> {
  const facts = rows.filter((row): row is FactRow & Fact => row.kind !== 'decisions');
  const told = (cells: readonly CountedCell[]): Cell[] => (reader === 'taskforce' ? [...cells] : guardSmall(cells));
  const came = SUGGESTION_OUTCOMES.map((key) => ({ key, count: rows.filter((row) => row.came === key).length }));
  const days = rows.flatMap(({ days: passed }) => (passed === null ? [] : [passed]));
  const isEnough = reader === 'taskforce' || days.length >= LEAST_PUBLISHED;
  const open = countFacts(facts.filter(({ kind }) => OPEN_FIGURES.includes(kind)));
  return {
    figures: FIGURE_KINDS.map((kind): FigureDto => {
      const counted = countFacts(facts.filter((fact) => fact.kind === kind));
      const guard = OPEN_FIGURES.includes(kind) ? (cells: readonly CountedCell[]): Cell[] => [...cells] : told;
      // that a small count is there at all must not show either
      const listed = (cells: readonly CountedCell[], among: readonly CountedCell[]): Cell[] =>
        guard([...cells, ...among.filter(({ key }) => !cells.some((cell) => cell.key === key)).map(none)])
          .filter(({ key, count }) => count !== null || among.some((cell) => cell.key === key))
          .filter(({ count }) => count !== 0);
      return {
        kind,
        total: guard([{ key: kind, count: counted.total }])[0]?.count ?? null,
        months: guard(counted.months),
        themes: listed(counted.themes, open.themes),
        regions: listed(counted.regions, open.regions),
      };
    }),
    outcomes: told(came),
    daysToDecision: isEnough ? medianOf(days) : null,
  };
}

function none({ key }: Cell): CountedCell {
  return { key, count: 0 };
}
