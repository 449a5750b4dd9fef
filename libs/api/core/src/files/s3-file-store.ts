import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { FileStoreConfig } from '../config/config';
import type { FileStore, KeptFile } from './file-store';

/** A bucket of an S3-compatible store; credentials come from the SDK's usual environment variables. */
export class S3FileStore implements FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(config: Extract<FileStoreConfig, { kind: 's3' }>) {
    this.bucket = config.bucket;
    this.client = new S3Client({
      region: config.region,
      ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint, forcePathStyle: true }),
    });
  }

  async put(sha256: string, temporaryFile: string): Promise<void> {
    if (!(await this.has(sha256))) {
      const { size } = await stat(temporaryFile);
      await this.client.send(
        new PutObjectCommand({
          Bucket: this.bucket,
          Key: sha256,
          Body: createReadStream(temporaryFile),
          ContentLength: size,
          ContentType: 'application/octet-stream',
        }),
      );
    }
    await rm(temporaryFile, { force: true });
  }

  async read(sha256: string): Promise<Readable> {
    const answer = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: sha256 }));
    if (!(answer.Body instanceof Readable)) throw new Error('The file store gave no content');
    return answer.Body;
  }

  async *list(): AsyncIterable<KeptFile> {
    let after: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.bucket, ...(after === undefined ? {} : { ContinuationToken: after }) }),
      );
      for (const { Key, LastModified } of page.Contents ?? []) {
        if (Key !== undefined && LastModified !== undefined && /^[0-9a-f]{64}$/.test(Key)) {
          yield { sha256: Key, keptSince: LastModified };
        }
      }
      after = page.NextContinuationToken;
    } while (after !== undefined);
  }

  async remove(sha256: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: sha256 }));
  }

  private async has(sha256: string): Promise<boolean> {
    return this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: sha256 })).then(
      () => true,
      (fault: unknown) => {
        if (fault instanceof Error && fault.name === 'NotFound') return false;
        throw fault;
      },
    );
  }
}
