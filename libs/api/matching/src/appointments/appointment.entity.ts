import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AppointmentSide, AppointmentState, ArrangingSide } from '@htsm/domain';

/** The appointment of an introduction; calendars know it by its id. */
@Entity('appointment')
export class AppointmentEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') suggestionId!: string;
  @Column('text', { default: 'offered' }) state!: AppointmentState;
  @Column('text') arrangedAs!: ArrangingSide;
  @Column('uuid', { nullable: true }) arrangedBy!: string | null;
  /** What whoever took the last step wrote to the others. */
  @Column('text', { default: '' }) words!: string;
  @Column('text') wordsOf!: AppointmentSide | 'clock';
  /** The slot that was chosen; the time and place are those of now. */
  @Column('uuid', { nullable: true }) slotId!: string | null;
  @Column('timestamptz', { nullable: true }) startsAt!: Date | null;
  @Column('int', { nullable: true }) minutes!: number | null;
  @Column('text', { default: '' }) place!: string;
  /** Of the calendar file. */
  @Column('int', { default: 0 }) sequence!: number;
  /** The start that everybody was reminded of. */
  @Column('timestamptz', { nullable: true }) remindedFor!: Date | null;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}

/** A time and place on offer. */
@Entity('appointment_slot')
export class AppointmentSlotEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') appointmentId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('int') minutes!: number;
  @Column('text') place!: string;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}
