package io.laguna.testing;

/**
 * A database of the Glue Data Catalog that is empty when a test begins and gone, with its tables, when it has ended.
 *
 * @param name lower case
 */
public record TestDatabase(String name) {}
