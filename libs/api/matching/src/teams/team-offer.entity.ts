import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Certificate, Locale, Region, Theme } from '@htsm/domain';

/** What an organisation shows of its profile to possible partners; kept by trigger. */
@Entity('team_offer')
export class TeamOfferEntity {
  @PrimaryColumn('uuid') organisationId!: string;
  @Column('text') organisationName!: string;
  @Column('text') city!: string;
  @Column('text') locale!: Locale;
  @Column('text', { array: true }) themes!: Theme[];
  @Column('text', { array: true }) capabilities!: string[];
  @Column('text', { array: true }) regions!: Region[];
  @Column('text', { array: true }) certificates!: Certificate[];
  @Column('int', { nullable: true }) trlMin!: number | null;
  @Column('int', { nullable: true }) trlMax!: number | null;
  @Column('boolean') showsName!: boolean;
}
