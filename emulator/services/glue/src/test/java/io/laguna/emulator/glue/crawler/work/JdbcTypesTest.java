package io.laguna.emulator.glue.crawler.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.jdbc.JdbcTable;
import java.sql.JDBCType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types of the catalog for columns as drivers describe them. */
class JdbcTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PostgreSQL           | BIT                     | bool               |      1 |  0 | boolean",
                "PostgreSQL           | BIT                     | bit                |      8 |  0 | binary",
                "MySQL                | BIT                     | BIT                |      1 |  0 | boolean",
                "H2                   | BOOLEAN                 | BOOLEAN            |      1 |  0 | boolean",
                "MySQL                | TINYINT                 | TINYINT            |      3 |  0 | tinyint",
                "MySQL                | TINYINT                 | TINYINT UNSIGNED   |      3 |  0 | smallint",
                "Microsoft SQL Server | TINYINT                 | tinyint            |      3 |  0 | smallint",
                "MySQL                | SMALLINT                | SMALLINT           |      5 |  0 | smallint",
                "MySQL                | SMALLINT                | SMALLINT UNSIGNED  |      5 |  0 | int",
                "PostgreSQL           | INTEGER                 | serial             |     10 |  0 | int",
                "MySQL                | INTEGER                 | MEDIUMINT UNSIGNED |      8 |  0 | int",
                "MySQL                | INTEGER                 | INT UNSIGNED       |     10 |  0 | bigint",
                "PostgreSQL           | BIGINT                  | int8               |     19 |  0 | bigint",
                "MySQL                | BIGINT                  | BIGINT UNSIGNED    |     20 |  0 | decimal(20,0)",
                "PostgreSQL           | REAL                    | float4             |      8 |  8 | float",
                "PostgreSQL           | DOUBLE                  | float8             |     17 | 17 | double",
                "Microsoft SQL Server | FLOAT                   | float              |     53 |  0 | double",
                "PostgreSQL           | NUMERIC                 | numeric            |     12 |  2 | decimal(12,2)",
                "PostgreSQL           | NUMERIC                 | numeric            | 131089 |  0 | decimal(38,18)",
                "PostgreSQL           | NUMERIC                 | numeric            |      0 |  0 | decimal(38,18)",
                "MySQL                | DECIMAL                 | DECIMAL            |     65 | 30 | decimal(38,30)",
                "Oracle               | NUMERIC                 | NUMBER             |      0 | -127 | decimal(38,10)",
                "PostgreSQL           | CHAR                    | bpchar             |      3 |  0 | string",
                "PostgreSQL           | VARCHAR                 | text               | 2147483647 | 0 | string",
                "MySQL                | LONGVARCHAR             | JSON               | 1073741824 | 0 | string",
                "PostgreSQL           | OTHER                   | uuid               | 2147483647 | 0 | string",
                "PostgreSQL           | ARRAY                   | _int4              |     10 |  0 | string",
                "PostgreSQL           | SQLXML                  | xml                |      0 |  0 | string",
                "PostgreSQL           | DATE                    | date               |     13 |  0 | date",
                "Oracle               | DATE                    | DATE               |      7 |  0 | timestamp",
                "PostgreSQL           | TIME                    | time               |     15 |  6 | string",
                "PostgreSQL           | TIMESTAMP               | timestamptz        |     35 |  6 | timestamp",
                "H2                   | TIMESTAMP_WITH_TIMEZONE | TIMESTAMP WITH TIME ZONE | 32 | 6 | timestamp",
                "PostgreSQL           | BINARY                  | bytea              | 2147483647 | 0 | binary",
                "MySQL                | LONGVARBINARY           | LONGBLOB           | 2147483647 | 0 | binary",
            })
    void areThoseThatSparkReads(String product, String type, String name, int size, int digits, String expected) {
        JdbcTable.Column column =
                new JdbcTable.Column("c", JDBCType.valueOf(type).getVendorTypeNumber(), name, size, digits, "");
        assertThat(JdbcTypes.of(column, product)).isEqualTo(expected);
    }
}
