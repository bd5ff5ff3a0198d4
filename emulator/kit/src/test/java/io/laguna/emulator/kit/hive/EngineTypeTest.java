package io.laguna.emulator.kit.hive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | int",
                "real | float",
                "varchar | string",
                "varchar(3) | varchar(3)",
                "decimal(10, 2) | decimal(10,2)",
                "timestamp(3) | timestamp",
                "timestamp(3) with time zone | string",
                "varbinary | binary",
                "json | string",
                "array(varchar) | array<string>",
                "map(varchar, array(integer)) | map<string,array<int>>",
                "row(a varchar, \"b c\" row(d bigint)) | struct<a:string,b c:struct<d:bigint>>"
            })
    void aTypeOfTheEngineHasOneOfHives(String engine, String hive) {
        assertThat(EngineType.inHive(engine)).isEqualTo(hive);
    }
}
