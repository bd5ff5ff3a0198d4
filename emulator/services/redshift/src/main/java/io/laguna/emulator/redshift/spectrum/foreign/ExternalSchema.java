package io.laguna.emulator.redshift.spectrum.foreign;

/**
 * A schema of a cluster's database whose tables are those of a database in the Data Catalog.
 *
 * @param database in the Data Catalog
 * @param role the ARN of the role that reads, {@code default}, or {@code SESSION}
 */
public record ExternalSchema(String name, String database, String role) {
    public static final int DATA_CATALOG = 1;
}
