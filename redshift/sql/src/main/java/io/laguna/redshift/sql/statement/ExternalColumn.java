package io.laguna.redshift.sql.statement;

/**
 * A column of an external table.
 *
 * @param type the type in lower case, as it is written: {@code struct<given:varchar(20)>}
 */
public record ExternalColumn(String name, String type) {}
