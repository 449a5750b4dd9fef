import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale } from '@htsm/domain';

/** A person; password, roles and memberships have tables of their own. */
@Entity({ name: 'app_user' })
export class UserEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('citext') email!: string;
  @Column('text') name!: string;
  @Column('text', { default: 'nl' }) locale!: Locale;
  @Column('timestamptz', { nullable: true }) emailConfirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
