export * from './test-database';
export * from './canaries';
export * from './test-world';
export * from './people.factory';
export * from './files.factory';
export * from './declared-routes';
export * from './self-signed';
