package io.laguna.emulator.athena.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.athena.ddl.command.CreateExternalTable;
import io.laguna.emulator.athena.ddl.command.InHiveWords;
import io.laguna.emulator.athena.ddl.grammar.TypeReader;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.FileFormat;
import io.laguna.emulator.athena.ddl.model.HiveType;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.read.DdlParser;
import io.laguna.emulator.athena.ddl.text.TableText;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

class DdlTableTextTest {
    @Test
    void aTableOfTextHasInGlueWhatAthenaWritesThere() {
        TableInput table = input("CREATE EXTERNAL TABLE Sales (ID int COMMENT 'key', Amount DECIMAL(10,2))"
                + " COMMENT 'all sales' PARTITIONED BY (Day string)"
                + " ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n'"
                + " LOCATION 's3://lake/sales/' TBLPROPERTIES ('skip.header.line.count'='1')");

        assertThat(table.name()).isEqualTo("sales");
        assertThat(table.tableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(table.partitionKeys()).containsExactly(column("day", "string"));
        assertThat(table.parameters())
                .containsEntry("EXTERNAL", "TRUE")
                .containsEntry("comment", "all sales")
                .containsEntry("skip.header.line.count", "1")
                .containsKey("transient_lastDdlTime")
                .hasSize(4);
        StorageDescriptor storage = table.storageDescriptor();
        assertThat(storage.columns())
                .containsExactly(
                        column("id", "int").copy(column -> column.comment("key")), column("amount", "decimal(10,2)"));
        assertThat(storage.location()).isEqualTo("s3://lake/sales");
        assertThat(storage.inputFormat()).isEqualTo("org.apache.hadoop.mapred.TextInputFormat");
        assertThat(storage.outputFormat()).isEqualTo("org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
        assertThat(storage.numberOfBuckets()).isEqualTo(-1);
        assertThat(storage.serdeInfo().serializationLibrary())
                .isEqualTo("org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe");
        assertThat(storage.serdeInfo().parameters())
                .isEqualTo(Map.of(
                        "field.delim", ",", "serialization.format", ",", "escape.delim", "\\", "line.delim", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEQUENCEFILE", "TEXTFILE", "RCFILE", "ORC", "PARQUET", "AVRO", "ION"})
    void aFileFormatBringsItsClassesAndTheParameterThatEveryTableHas(String format) {
        StorageDescriptor storage = input(
                        "CREATE EXTERNAL TABLE t (a int) STORED AS " + format + " LOCATION 's3://lake/t/'")
                .storageDescriptor();

        FileFormat.Storage expected = FileFormat.valueOf(format).storage();
        assertThat(storage.inputFormat()).isEqualTo(expected.input());
        assertThat(storage.outputFormat()).isEqualTo(expected.output());
        assertThat(storage.serdeInfo().serializationLibrary())
                .isEqualTo(expected.serde().orElseThrow());
        assertThat(storage.serdeInfo().parameters()).isEqualTo(Map.of("serialization.format", "1"));
    }

    @Test
    void escapesInTextsAreHives() {
        TableInput table = input("CREATE EXTERNAL TABLE t (a string COMMENT 'it\\'s \"so\"')"
                + " ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\001' COLLECTION ITEMS TERMINATED BY '\\u0002'"
                + " MAP KEYS TERMINATED BY \"\\003\" NULL DEFINED AS '\\\\N' LOCATION 's3://lake/t/'");

        assertThat(table.storageDescriptor().columns().get(0).comment()).isEqualTo("it's \"so\"");
        assertThat(table.storageDescriptor().serdeInfo().parameters())
                .containsEntry("field.delim", "\u0001")
                .containsEntry("colelction.delim", "\u0002")
                .containsEntry("mapkey.delim", "\u0003")
                .containsEntry("serialization.null.format", "\\N");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE EXTERNAL TABLE t (a int) LOCATION 's3://lake/'",
                "CREATE EXTERNAL TABLE t (`end` string COMMENT 'O\\'Neil\\\\ \\n\\t\\u0001', b map<string,array<int>>)"
                        + " COMMENT 'a \\'table\\'' PARTITIONED BY (`date` date COMMENT 'x', n int)"
                        + " STORED AS PARQUET LOCATION 's3://lake/a b/c' TBLPROPERTIES ('parquet.compression'='ZSTD')",
                "CREATE EXTERNAL TABLE t (s struct<`date`:string,`_x`:struct<`end`:int>>)"
                        + " ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'"
                        + " WITH SERDEPROPERTIES ('paths'='a, b', 'serialization.format'='2') LOCATION 's3://lake/t'",
                "CREATE EXTERNAL TABLE t (a int, b int) CLUSTERED BY (a, b) SORTED BY (a ASC, b DESC) INTO 4 BUCKETS"
                        + " STORED AS ORC LOCATION 's3://lake/t'",
                "CREATE EXTERNAL TABLE t (a int) ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\'"
                        + " COLLECTION ITEMS TERMINATED BY '|' MAP KEYS TERMINATED BY ':' LINES TERMINATED BY '\\n'"
                        + " NULL DEFINED AS '-' LOCATION 's3://lake/t'",
                "CREATE EXTERNAL TABLE t (a int) ROW FORMAT DELIMITED NULL DEFINED AS '' LOCATION 's3://lake/t'",
                "CREATE EXTERNAL TABLE t ROW FORMAT SERDE 'x.Y' STORED AS INPUTFORMAT 'i' OUTPUTFORMAT 'o'"
                        + " LOCATION 's3://lake/t'",
                "CREATE EXTERNAL TABLE t (a varchar(10), b char(3), c decimal(38,0), d timestamp, e binary, f float)"
                        + " ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe'"
                        + " WITH SERDEPROPERTIES ('field.delim'=',', 'other'='x') LOCATION 's3://lake/t'"
            })
    void whatShowCreateTablePrintsMakesTheSameTable(String statement) {
        TableInput made = input(statement);
        Table shown = Shapes.copy(made, Table.builder()).databaseName("db").build();

        List<String> lines = new TableText(new TableName(Optional.empty(), "t"), new CatalogTable(shown)).lines();

        assertThat(lines).noneMatch(line -> line.contains("\n"));
        assertThat(withoutTime(input(String.join("\n", lines)))).isEqualTo(withoutTime(made));
    }

    @Test
    void aTypeIsWrittenInHivesWayAndInTrinos() {
        HiveType type = TypeReader.stored(
                        "struct<a:int,b:array<map<string,timestamp>>,c:decimal(4,1),d:float,e:binary>")
                .orElseThrow();

        assertThat(type.hive())
                .isEqualTo("struct<a:int,b:array<map<string,timestamp>>,c:decimal(4,1),d:float,e:binary>");
        assertThat(type.trino())
                .isEqualTo("row(\"a\" integer, \"b\" array(map(varchar, timestamp(6))), \"c\" decimal(4,1),"
                        + " \"d\" real, \"e\" varbinary)");
    }

    private static TableInput withoutTime(TableInput table) {
        Map<String, String> parameters = new HashMap<>(table.parameters());
        parameters.remove("transient_lastDdlTime");
        return table.copy(change -> change.parameters(parameters));
    }

    private static TableInput input(String statement) {
        InHiveWords read = (InHiveWords) DdlParser.parse(statement).orElseThrow();
        return ((CreateExternalTable) read.statement()).input();
    }

    private static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }
}
