import type { INestApplicationContext, Type } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Config, UserActor } from '@htsm/api/core';
import { instantOf } from './moments';
import type { Moment } from './content/types';

/** A challenge that the demo made, as later scenes need it. */
export interface StagedChallenge {
  readonly id: string;
  /** The public one from approval on. */
  readonly slug: string;
  readonly version: number;
  /** In the order of the criteria. */
  readonly criterionIds: readonly string[];
}

/** A proposal that the demo made. */
export interface StagedProposal {
  readonly id: string;
  readonly version: number;
}

/** The processes that play the demo, each under its own database role. */
export interface StageParts {
  readonly config: Config;
  /** Connection of the owner of the schema: it moves the clock. */
  readonly owner: DataSource;
  /** The services under row security, as the API has them. */
  readonly api: INestApplicationContext;
  /** The services of the worker. */
  readonly worker: INestApplicationContext;
  /** Instant by the database's clock on which the demo is made. */
  readonly startedAt: Date;
}

/** Where the demo is played: services, the clock, and who and what there is so far. */
export class Stage {
  readonly config: Config;
  readonly owner: DataSource;
  readonly startedAt: Date;
  readonly actors = new Shelf<UserActor>('person');
  readonly challenges = new Shelf<StagedChallenge>('challenge');
  readonly proposals = new Shelf<StagedProposal>('proposal');

  constructor(private readonly parts: StageParts) {
    this.config = parts.config;
    this.owner = parts.owner;
    this.startedAt = parts.startedAt;
  }

  /** Gives a service of the API. */
  service<Service>(type: Type<Service>): Service {
    return this.parts.api.get(type, { strict: false });
  }

  /** Gives a service of the worker. */
  system<Service>(type: Type<Service>): Service {
    return this.parts.worker.get(type, { strict: false });
  }

  at(moment: Moment): Date {
    return instantOf(moment, this.startedAt);
  }

  /** Sets the database's clock to an instant, never a part of a millisecond before it; from then on it runs. */
  async moveClockTo(instant: Date): Promise<void> {
    await this.owner.query(
      'UPDATE clock_shift SET shift_ms = ceil(extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000)',
      [instant],
    );
  }
}

/** Things under a name; a name that is not there is a mistake in the content. */
export class Shelf<Item> {
  private readonly items = new Map<string, Item>();

  constructor(private readonly kind: string) {}

  put(name: string, item: Item): void {
    this.items.set(name, item);
  }

  get(name: string): Item {
    const item = this.items.get(name);
    if (item === undefined) throw new Error(`The demo has no ${this.kind} "${name}"`);
    return item;
  }

  names(): string[] {
    return [...this.items.keys()];
  }
}

/** Name of a proposal: one per organisation and challenge. */
export function proposalName(of: { readonly challenge: string; readonly organisation: string }): string {
  return `${of.challenge}/${of.organisation}`;
}
