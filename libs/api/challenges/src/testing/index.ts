export * from './challenge.factory';
export * from './worker-clock';
