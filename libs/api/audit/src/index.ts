export { AuditModule } from './audit.module';
export { auditEntities } from './audit.entities';
export { auditTexts } from './audit.texts';
export { verifyChain, type BrokenLine, type ChainReport } from './verify-chain';
