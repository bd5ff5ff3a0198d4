/** S3: S3Proxy over a folder of buckets, inside the edge's HTTP server. */
package io.laguna.emulator.s3;
