package io.laguna.emulator.glue.stored;

/**
 * The queries on the metastore's schema, which is that of Hive's {@code hive-schema-3.1.0.postgres.sql}.
 *
 * <p>A query returns an object whole, in one row, and so as it was at one moment. Lists are arrays in the order of
 * Hive's own positions. Names sort by their bytes, whatever the database's locale is: the indexes that
 * {@code MetastoreSchema} adds sort so too.
 */
final class Queries {
    /** The condition for Hive's own catalog. Objects of other catalogs are not Glue's. */
    private static final String CATALOG = "d.\"CTLG_NAME\" = 'hive'";

    private static final String DATABASE =
            """
            select d."NAME" as name, d."DESC" as description, d."DB_LOCATION_URI" as location,
                   d."OWNER_NAME" as owner, d."OWNER_TYPE" as owner_type,
                   (select array_agg(array[p."PARAM_KEY"::text, p."PARAM_VALUE"]) from "DATABASE_PARAMS" p
                     where p."DB_ID" = d."DB_ID") as parameters
              from "DBS" d
             where\s"""
                    + CATALOG;

    private static final String STORAGE =
            """
            s."SD_ID" is not null as has_storage, s."LOCATION" as location, s."INPUT_FORMAT" as input_format,
            s."OUTPUT_FORMAT" as output_format, s."IS_COMPRESSED" as compressed, s."NUM_BUCKETS" as buckets,
            s."IS_STOREDASSUBDIRECTORIES" as in_subdirectories,
            e."SERDE_ID" is not null as has_serde, e."NAME" as serde_name, e."SLIB" as serde_library,
            e."DESCRIPTION" as serde_description, e."SERIALIZER_CLASS" as serializer,
            e."DESERIALIZER_CLASS" as deserializer, e."SERDE_TYPE" as serde_type,
            (select array_agg(array[c."COLUMN_NAME"::text, c."TYPE_NAME", c."COMMENT"] order by c."INTEGER_IDX")
               from "COLUMNS_V2" c where c."CD_ID" = s."CD_ID") as columns,
            (select array_agg(array[p."PARAM_KEY"::text, p."PARAM_VALUE"]) from "SD_PARAMS" p
              where p."SD_ID" = s."SD_ID") as storage_parameters,
            (select array_agg(array[p."PARAM_KEY"::text, p."PARAM_VALUE"]) from "SERDE_PARAMS" p
              where p."SERDE_ID" = s."SERDE_ID") as serde_parameters,
            (select array_agg(b."BUCKET_COL_NAME"::text order by b."INTEGER_IDX") from "BUCKETING_COLS" b
              where b."SD_ID" = s."SD_ID") as bucket_columns,
            (select array_agg(array[o."COLUMN_NAME"::text, o."ORDER"::text] order by o."INTEGER_IDX")
               from "SORT_COLS" o where o."SD_ID" = s."SD_ID") as sort_columns,
            (select array_agg(k."SKEWED_COL_NAME"::text order by k."INTEGER_IDX") from "SKEWED_COL_NAMES" k
              where k."SD_ID" = s."SD_ID") as skewed_columns,
            (select array_agg(array[k."INTEGER_IDX"::text, v."STRING_LIST_VALUE"]
                              order by k."INTEGER_IDX", v."INTEGER_IDX")
               from "SKEWED_VALUES" k join "SKEWED_STRING_LIST_VALUES" v on v."STRING_LIST_ID" = k."STRING_LIST_ID_EID"
              where k."SD_ID_OID" = s."SD_ID") as skewed_values,
            (select array_agg(array[k."STRING_LIST_ID_KID"::text, k."LOCATION", v."STRING_LIST_VALUE"]
                              order by k."STRING_LIST_ID_KID", v."INTEGER_IDX")
               from "SKEWED_COL_VALUE_LOC_MAP" k
               join "SKEWED_STRING_LIST_VALUES" v on v."STRING_LIST_ID" = k."STRING_LIST_ID_KID"
              where k."SD_ID" = s."SD_ID") as skewed_places
            """;

    private static final String TABLE =
            """
            select d."NAME" as database_name, t."TBL_NAME" as name, t."OWNER" as owner, t."OWNER_TYPE" as owner_type,
                   t."CREATE_TIME" as created, t."LAST_ACCESS_TIME" as accessed, t."RETENTION" as retention,
                   t."TBL_TYPE" as type, t."VIEW_ORIGINAL_TEXT" as original_text, t."VIEW_EXPANDED_TEXT" as expanded_text,
                   t."IS_REWRITE_ENABLED" as rewrite_enabled,
                   (select array_agg(array[k."PKEY_NAME"::text, k."PKEY_TYPE", k."PKEY_COMMENT"]
                                     order by k."INTEGER_IDX")
                      from "PARTITION_KEYS" k where k."TBL_ID" = t."TBL_ID") as partition_keys,
                   (select array_agg(array[p."PARAM_KEY"::text, p."PARAM_VALUE"]) from "TABLE_PARAMS" p
                     where p."TBL_ID" = t."TBL_ID") as parameters,
            """
                    + STORAGE
                    + """
              from "DBS" d
              join "TBLS" t on t."DB_ID" = d."DB_ID"
              left join "SDS" s on s."SD_ID" = t."SD_ID"
              left join "SERDES" e on e."SERDE_ID" = s."SERDE_ID"
             where\s"""
                    + CATALOG
                    + " and d.\"NAME\" = ?";

    private static final String PARTITION =
            """
            select d."NAME" as database_name, t."TBL_NAME" as table_name, t."TBL_TYPE" as table_type,
                   p."PART_NAME" as name, p."CREATE_TIME" as created, p."LAST_ACCESS_TIME" as accessed,
                   (select array_agg(v."PART_KEY_VAL"::text order by v."INTEGER_IDX") from "PARTITION_KEY_VALS" v
                     where v."PART_ID" = p."PART_ID") as partition_values,
                   (select array_agg(array[m."PARAM_KEY"::text, m."PARAM_VALUE"]) from "PARTITION_PARAMS" m
                     where m."PART_ID" = p."PART_ID") as parameters,
            """
                    + STORAGE
                    + """
              from "DBS" d
              join "TBLS" t on t."DB_ID" = d."DB_ID"
              join "PARTITIONS" p on p."TBL_ID" = t."TBL_ID"
              left join "SDS" s on s."SD_ID" = p."SD_ID"
              left join "SERDES" e on e."SERDE_ID" = s."SERDE_ID"
             where\s"""
                    + CATALOG
                    + " and d.\"NAME\" = ? and t.\"TBL_NAME\" = ?";

    /** The databases of an array of names. */
    static final String DATABASES = DATABASE + " and d.\"NAME\" = any(?)";

    /** The names of databases. Parameters: the name that the others come after, and how many there may be. */
    static final String DATABASE_NAMES = """
            select d."NAME" as name from "DBS" d
             where\s"""
            + CATALOG
            + """
             and d."NAME" collate "C" > ? order by d."NAME" collate "C" limit ?""";

    /** One table. Parameters: the database and the table. */
    static final String ONE_TABLE = TABLE + " and t.\"TBL_NAME\" = ?";

    /** Tables. Parameters: the database and an array of names. */
    static final String TABLES = TABLE + " and t.\"TBL_NAME\" = any(?)";

    /**
     * The names of tables. Parameters: the database, the name that the others come after, and how many there may be.
     */
    static final String TABLE_NAMES =
            """
            select t."TBL_NAME" as name from "TBLS" t
             where t."DB_ID" = (select d."DB_ID" from "DBS" d where\s"""
                    + CATALOG
                    + """
             and d."NAME" = ?)
               and t."TBL_NAME" collate "C" > ?
             order by t."TBL_NAME" collate "C" limit ?""";

    /** Partitions. Parameters: the database, the table, and an array of names. */
    static final String PARTITIONS = PARTITION + " and p.\"PART_NAME\" = any(?)";

    /**
     * The names of partitions. Parameters: the database, the table, the name that the others come after, two names
     * between which they are, how many segments there are and which one it is, and how many names there may be.
     */
    static final String PARTITION_NAMES =
            """
            select p."PART_NAME" as name from "PARTITIONS" p
             where p."TBL_ID" = (select t."TBL_ID" from "DBS" d join "TBLS" t on t."DB_ID" = d."DB_ID" where\s"""
                    + CATALOG
                    + """
             and d."NAME" = ? and t."TBL_NAME" = ?)
               and p."PART_NAME" collate "C" > ?
               and p."PART_NAME" collate "C" >= ? and p."PART_NAME" collate "C" < ?
               and (hashtextextended(p."PART_NAME", 0) & 2147483647) % ? = ?
             order by p."PART_NAME" collate "C" limit ?""";

    /**
     * The values of a parameter. Parameters: the name of the parameter three times, for databases, tables and
     * partitions.
     */
    static final String PARAMETERS =
            """
            select "PARAM_VALUE" as value from "DATABASE_PARAMS" where "PARAM_KEY" = ?
            union select "PARAM_VALUE" from "TABLE_PARAMS" where "PARAM_KEY" = ?
            union select "PARAM_VALUE" from "PARTITION_PARAMS" where "PARAM_KEY" = ?""";

    static final String CREATED =
            """
            select d."NAME" as database_name, t."TBL_NAME" as name, t."CREATE_TIME" as created
              from "DBS" d join "TBLS" t on t."DB_ID" = d."DB_ID" where\s"""
                    + CATALOG;

    private Queries() {}
}
