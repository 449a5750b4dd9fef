export * from './test-database';
export * from './test-world';
export * from './people.factory';
