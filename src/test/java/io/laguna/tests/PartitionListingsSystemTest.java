package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that a query lists the folders of many partitions together, and yet sees what was written just before it. */
@Tag("slow")
@ExtendWith(SharedLake.class)
class PartitionListingsSystemTest {
    @Test
    void filesOfManyPartitionsAreListedTogether(SharedLake.Running running, AthenaSide athena) throws IOException {
        SystemLake lake = running.lake();
        try (athena) {
            lake.glue().createDatabase(request -> request.databaseInput(input -> input.name("parts")));
            athena.run("CREATE EXTERNAL TABLE parts.t (id int) PARTITIONED BY (a string, b int)"
                    + " LOCATION 's3://lake/parts/t/'");
            for (int b = 1; b <= 30; b++) {
                lake.put(SharedLake.LAKE, "parts/t/a=x/b=" + b + "/deep/f.csv", b + "\n");
                lake.put(SharedLake.LAKE, "parts/t/a=ñ/b=" + b + "/f.csv", b + "\n");
            }
            lake.put(SharedLake.LAKE, "parts/elsewhere/f.csv", "1000\n");
            athena.run("MSCK REPAIR TABLE parts.t");
            athena.run("ALTER TABLE parts.t ADD PARTITION (a = 'z', b = 1) LOCATION 's3://lake/parts/elsewhere'");

            long before = listings(lake);
            assertThat(athena.value("SELECT sum(id) FROM parts.t WHERE a = 'x'"))
                    .isEqualTo("465");
            assertThat(listings(lake) - before).isBetween(1L, 12L);
            assertThat(athena.value("SELECT sum(id) FROM parts.t")).isEqualTo("1930");
            assertThat(athena.value("SELECT sum(id) FROM parts.t WHERE b % 7 = 3 AND a <> 'z'"))
                    .isEqualTo("108");

            lake.put(SharedLake.LAKE, "parts/t/a=x/b=7/g.csv", "100\n");
            lake.s3().deleteObject(request -> request.bucket(SharedLake.LAKE).key("parts/t/a=x/b=1/deep/f.csv"));
            assertThat(athena.value("SELECT sum(id) FROM parts.t WHERE a = 'x'"))
                    .isEqualTo("564");
            assertThat(athena.value("SELECT count(*) FROM parts.t o JOIN parts.t i ON o.a = i.a AND o.id = i.id"))
                    .isEqualTo("61");
        }
    }

    private static long listings(SystemLake lake) throws IOException {
        try (Stream<String> calls = Files.lines(lake.log("calls"))) {
            return calls.filter(call -> call.contains("ListObjectsV2")).count();
        }
    }
}
