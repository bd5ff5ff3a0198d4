package io.laguna.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.prices.PriceTable;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.ProfileFile;
import io.laguna.pipelines.profile.Via;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HourlyCostTest {
    private static final Path HOME = Path.of(System.getProperty("laguna.home"));

    private static final String PRICES =
            """
            {
              "date": "2026-01-31", "region": "us-east-1", "sources": ["somewhere"],
              "instances": {"m5.xlarge": {"ec2": 0.2, "emr": 0.05}, "r5.xlarge": {"ec2": 0.3, "emr": 0.075}},
              "serverless": {"vcpu": 0.05, "gb": 0.005},
              "athena": {"scannedTb": 6, "minimumBytes": 20000000, "roundedToBytes": 1000000},
              "glue": {"dpuHour": 0.5, "flexDpuHour": 0.3, "minimumSeconds": 60},
              "functions": {"millionInvocations": 0.3, "gbSecond": 0.00002, "millionRequests": 2},
              "redshift": {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aClusterCostsWhatItsInstancesCost() throws IOException {
        assertThat(cost(Via.EMR, "emr.core-count = 3"))
                .startsWith(
                        "While the cluster is up: $1.000 per hour",
                        "  4 x m5.xlarge: EC2 $0.2 + EMR $0.05 = $1.000 per hour")
                .last()
                .asString()
                .contains("Prices of 2026-01-31, us-east-1", "without S3 requests, storage, data transfer");
        assertThat(cost(Via.EMR, "emr.core-type = r5.xlarge"))
                .startsWith(
                        "While the cluster is up: $1.000 per hour",
                        "  1 x m5.xlarge: EC2 $0.2 + EMR $0.05 = $0.250 per hour",
                        "  2 x r5.xlarge: EC2 $0.3 + EMR $0.075 = $0.750 per hour");
    }

    @Test
    void anApplicationCostsAtMostItsCapacity() throws IOException {
        assertThat(cost(Via.EMR_SERVERLESS, "serverless.maximum-memory = 100 GB"))
                .startsWith(
                        "While jobs run: at most $1.300 per hour, when the application is at its maximum capacity",
                        "  16 vCPU x $0.05 + 100 GB x $0.005");
    }

    @Test
    void aQueryCostsWhatItScansAndNoLessThanTheMinimum() throws IOException {
        assertThat(cost(Via.EMR, ""))
                .contains("Each query of Athena: $6.00 per TB that it scans, and at least $0.00012, which is 20 MB");
    }

    @Test
    void aRequestToTheApiCostsItsFunctionAndItsQuery() throws IOException {
        assertThat(cost(Via.EMR, ""))
                .contains(
                        "The API of the results: $2.00 per million requests, and $0.30 with $0.00002 per GB-second for its"
                                + " function; each request is a query of Athena, unless its result is there");
    }

    @Test
    void whatIsNotInTheTableGetsNoNumber() throws IOException {
        assertThat(cost(Via.EMR, "emr.core-type = x9.huge").get(0)).contains("not known here", "x9.huge");
        assertThat(cost(Via.EMR, "region = eu-west-1"))
                .singleElement()
                .asString()
                .contains("eu-west-1 is not known here", "us-east-1 only");
    }

    @Test
    void theShippedTableKnowsTheShippedProfile() {
        Path shipped = PriceTable.latest(HOME.resolve("data/prices"));
        PriceTable table = PriceTable.read(shipped);
        Profile aws =
                ProfileFile.read(HOME.resolve("profiles/aws.properties"), HOME).profile(Map.of(), Optional.empty());

        assertThat(shipped).hasFileName(table.date() + ".json");
        assertThat(table.sources()).isNotEmpty();
        assertThat(new HourlyCost(shipped).of(aws).get(0)).matches("While the cluster is up: \\$0\\.\\d+ per hour");
    }

    @Test
    void aRunCostsItsShareOfTheHour() throws IOException {
        HourlyCost cost = new HourlyCost(prices());

        assertThat(cost.of(profile(Via.EMR, "emr.core-count = 3"), Duration.ofMinutes(6)))
                .hasValue("On AWS this cluster costs $0.100 for as long a run ($1.000 per hour), without its queries,"
                        + " requests and storage.");
        assertThat(cost.of(profile(Via.EMR_SERVERLESS, "serverless.maximum-memory = 100 GB"), Duration.ofMinutes(30)))
                .hasValueSatisfying(
                        words -> assertThat(words).startsWith("On AWS this application costs at most $0.650"));
        assertThat(cost.of(profile(Via.EMR, "emr.core-type = x9.huge"), Duration.ofMinutes(6)))
                .isEmpty();
        assertThat(cost.of(profile(Via.EMR, "region = eu-west-1"), Duration.ofMinutes(6)))
                .isEmpty();
    }

    private Path prices() throws IOException {
        return Files.writeString(folder.resolve("prices.json"), PRICES);
    }

    private List<String> cost(Via via, String line) throws IOException {
        return new HourlyCost(prices()).of(profile(via, line));
    }

    private Profile profile(Via via, String line) throws IOException {
        Path file = folder.resolve("profile.properties");
        Files.writeString(file, Files.readString(HOME.resolve("profiles/aws.properties")) + "\n" + line + "\n");
        return ProfileFile.read(file, HOME).profile(Map.of(), Optional.of(via));
    }
}
