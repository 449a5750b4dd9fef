export * from './constraint-table';
export * from './generated/constraints';
export * from './generated/types';
