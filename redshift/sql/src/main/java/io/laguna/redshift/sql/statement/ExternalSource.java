package io.laguna.redshift.sql.statement;

/** The place of an external schema's tables. */
public enum ExternalSource {
    DATA_CATALOG,
    POSTGRES,
    MYSQL
}
