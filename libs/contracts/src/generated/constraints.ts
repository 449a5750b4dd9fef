/* Generated from apps/api/openapi.json by `npm run contract`: change the DTO classes instead. */

import type { ConstraintTable } from '../constraint-table';

/** Limits per DTO and field, as the server checks them. */
export const constraints = {} as const satisfies ConstraintTable;
