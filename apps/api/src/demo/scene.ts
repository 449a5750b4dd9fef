import { Refusal } from '@htsm/api/core';
import type { Stage } from './stage';

/** Something that happens in the demo at its instant. */
export interface Scene {
  readonly at: Date;
  /** What happens, for whoever reads a failure. */
  readonly name: string;
  readonly play: () => Promise<unknown>;
}

/** Plays the scenes in the order of time, each with the database's clock at its instant; equal instants keep their order. */
export async function playScenes(stage: Stage, scenes: readonly Scene[]): Promise<void> {
  const inOrder = [...scenes].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const scene of inOrder) {
    await stage.moveClockTo(scene.at);
    await scene.play().catch((fault: unknown) => {
      throw new Error(`The demo stumbled over "${scene.name}": ${describe(fault)}`, { cause: fault });
    });
  }
}

/** A refusal names the fields that it is about; the message alone does not. */
function describe(fault: unknown): string {
  const faults = fault instanceof Refusal ? ` ${JSON.stringify(fault.details.faults ?? [])}` : '';
  return `${String(fault)}${faults}`;
}
