package io.laguna.emulator.athena.ddl.model;

import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The Data Catalog as a statement sees it.
 *
 * @param glue the service as the caller sees it
 * @param s3 for the folders of partitions
 * @param database of names that give none
 */
public record DataCatalog(GlueClient glue, S3Client s3, String database) {}
