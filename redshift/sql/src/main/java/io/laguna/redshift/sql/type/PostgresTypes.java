package io.laguna.redshift.sql.type;

import java.util.Set;

/**
 * The types of PostgreSQL's that no table of Redshift's has. Redshift knows those of PostgreSQL 8.0, by which its leader node
 * reads the catalog; it has never heard of younger ones.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-datatypes.html">Unsupported
 *     PostgreSQL data types</a>
 */
public final class PostgresTypes {
    private static final Set<String> OF_VALUES = Set.of(
            "bytea",
            "bit",
            "bit varying",
            "varbit",
            "money",
            "inet",
            "cidr",
            "macaddr",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle");
    private static final Set<String> OF_CATALOG = Set.of(
            "interval",
            "serial",
            "serial4",
            "bigserial",
            "serial8",
            "oid",
            "oidvector",
            "int2vector",
            "regproc",
            "regprocedure",
            "regoper",
            "regoperator",
            "regclass",
            "regtype",
            "tid",
            "xid",
            "cid",
            "aclitem",
            "refcursor",
            "record",
            "cstring",
            "anyarray",
            "anyelement",
            "trigger",
            "language_handler",
            "internal",
            "opaque",
            "void",
            "unknown");
    private static final Set<String> YOUNG = Set.of(
            "json",
            "jsonb",
            "jsonpath",
            "uuid",
            "xml",
            "hstore",
            "smallserial",
            "serial2",
            "macaddr8",
            "tsvector",
            "tsquery",
            "gtsvector",
            "txid_snapshot",
            "pg_snapshot",
            "pg_lsn",
            "xid8",
            "regrole",
            "regnamespace",
            "regconfig",
            "regdictionary",
            "regcollation",
            "anynonarray",
            "anyenum",
            "anyrange",
            "anymultirange",
            "anycompatible",
            "fdw_handler",
            "tsm_handler",
            "index_am_handler",
            "table_am_handler",
            "event_trigger",
            "pg_ddl_command",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "int4multirange",
            "int8multirange",
            "nummultirange",
            "tsmultirange",
            "tstzmultirange",
            "datemultirange");

    private PostgresTypes() {}

    /** Tells whether Redshift knows a type, and has it in no table. */
    public static boolean isInNoTable(String name) {
        return OF_VALUES.contains(plain(name)) || OF_CATALOG.contains(plain(name));
    }

    /** Tells whether only the leader node computes with a type, whose values are in no table and in no catalog. */
    public static boolean isOfLeader(String name) {
        return OF_VALUES.contains(plain(name));
    }

    /** Tells whether PostgreSQL got a type after Redshift had left it. */
    public static boolean isYounger(String name) {
        return YOUNG.contains(plain(name));
    }

    private static String plain(String name) {
        return name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    }
}
