package io.laguna.emulator.athena.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.athena.engine.QueryColumn;
import io.trino.client.ClientTypeSignature;
import io.trino.client.ClientTypeSignatureParameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

class ColumnInfosTest {
    @ParameterizedTest
    @CsvSource({
        "integer,integer,10,false",
        "bigint,bigint,19,false",
        "real,float,17,false",
        "double,double,17,false",
        "boolean,boolean,0,false",
        "varchar,varchar,2147483647,true",
        "varbinary,varbinary,1073741824,false",
        "timestamp,timestamp,3,false",
        "date,date,0,false",
        "array,array,0,false"
    })
    void typesArePlainAndHavePrecisions(String trino, String type, int precision, boolean caseSensitive) {
        ColumnInfo column = ColumnInfos.of("c", trino);

        assertThat(column.type()).isEqualTo(type);
        assertThat(column.precision()).isEqualTo(precision);
        assertThat(column.caseSensitive()).isEqualTo(caseSensitive);
    }

    @Test
    void aDecimalHasItsOwnPrecisionAndScale() {
        ColumnInfo column = ColumnInfos.of(new QueryColumn(
                "d",
                new ClientTypeSignature(
                        "decimal",
                        List.of(ClientTypeSignatureParameter.ofLong(12), ClientTypeSignatureParameter.ofLong(3)))));

        assertThat(List.of(column.precision(), column.scale())).containsExactly(12, 3);
    }

    @Test
    void theBinaryFileNamesTheQueryAndItsColumns() {
        byte[] file = ResultMetadata.of("id", List.of(ColumnInfos.of("n", "bigint")));

        assertThat(file)
                .startsWith(1 << 3 | 2, 2, 'i', 'd', 4 << 3 | 2)
                .contains('h', 'i', 'v', 'e')
                .endsWith(6 << 3 | 2, 6, 'b', 'i', 'g', 'i', 'n', 't', 7 << 3, 19, 8 << 3, 0, 9 << 3, 3, 10 << 3, 0);
    }
}
