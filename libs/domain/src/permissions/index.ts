export * from './relations';
export * from './objects';
export * from './bars';
export * from './grant';
export * from './fields';
export * from './operation-rule';
export * from './operations';
