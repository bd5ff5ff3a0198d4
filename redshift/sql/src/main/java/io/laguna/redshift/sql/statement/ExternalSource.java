package io.laguna.redshift.sql.statement;

/** Where an external schema's tables are. */
public enum ExternalSource {
    DATA_CATALOG,
    POSTGRES,
    MYSQL
}
