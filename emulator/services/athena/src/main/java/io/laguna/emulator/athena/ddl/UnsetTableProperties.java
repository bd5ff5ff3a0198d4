package io.laguna.emulator.athena.ddl;

/** https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-alter-table-unset-properties.html */
record UnsetTableProperties(TableName table) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        if (!table.in(catalog).isIceberg()) {
            throw Failures.unsupported("ALTER TABLE UNSET TBLPROPERTIES");
        }
        throw Failures.notImplemented("UNSET TBLPROPERTIES of Iceberg tables, which Trino does not have:"
                + " SET the properties to their defaults");
    }
}
