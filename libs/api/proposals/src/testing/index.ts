export * from './proposal.factory';
