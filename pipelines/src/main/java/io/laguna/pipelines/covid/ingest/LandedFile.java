package io.laguna.pipelines.covid.ingest;

/**
 * A CSV file of a delivery.
 *
 * @param key its key in the raw bucket
 * @param rows CSV records without the header
 * @param bytes its size
 * @param sha256 SHA-256 over its bytes, in lower-case hexadecimal
 */
public record LandedFile(String key, long rows, long bytes, String sha256) {}
