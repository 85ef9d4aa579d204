declare module '@20minutes/s3rver' {
  /** A small S3 that keeps its buckets in a folder; it knows the key "S3RVER" with the secret "S3RVER". */
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: string[] }[];
    });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
