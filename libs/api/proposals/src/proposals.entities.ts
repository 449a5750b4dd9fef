import { ProposalAttachmentEntity } from './proposal-attachment.entity';
import { ProposalFitEntity } from './proposal-fit.entity';
import { ProposalReceiptEntity } from './proposal-receipt.entity';
import { ProposalEntity } from './proposal.entity';

/** The tables of this room, for the connection's entity list. */
export const proposalsEntities: (abstract new () => object)[] = [
  ProposalEntity,
  ProposalFitEntity,
  ProposalAttachmentEntity,
  ProposalReceiptEntity,
];
