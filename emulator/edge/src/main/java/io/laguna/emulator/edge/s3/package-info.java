/** The ways into S3 that the SDK does not describe: forms, pages of other sites, public buckets, bodies that stream. */
package io.laguna.emulator.edge.s3;
