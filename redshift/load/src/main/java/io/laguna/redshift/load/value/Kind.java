package io.laguna.redshift.load.value;

/** A type of column, with the name that system tables give it. */
public enum Kind {
    SMALLINT("int2"),
    INTEGER("int4"),
    BIGINT("int8"),
    DECIMAL("numeric"),
    REAL("float4"),
    DOUBLE("float8"),
    BOOLEAN("bool"),
    CHAR("char"),
    VARCHAR("varchar"),
    DATE("date"),
    TIMESTAMP("timestamp"),
    TIMESTAMPTZ("timestamptz"),
    TIME("time"),
    TIMETZ("timetz"),
    SUPER("super"),
    VARBYTE("varbyte");

    private final String systemName;

    Kind(String systemName) {
        this.systemName = systemName;
    }

    public String systemName() {
        return systemName;
    }

    public boolean isText() {
        return this == CHAR || this == VARCHAR;
    }
}
