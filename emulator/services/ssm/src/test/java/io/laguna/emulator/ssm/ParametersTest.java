package io.laguna.emulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testkit.CallScript;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterMaxVersionLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

@ExtendWith(SsmLake.class)
class ParametersTest {
    private static final CommittedIndex INDEX = new CommittedIndex(SsmClient.class, "ssm-2014-11-06", "ssm");

    private final SsmLake.Running lake;
    private final Ssm ssm;
    private final SsmClient client;

    ParametersTest(SsmLake.Running lake) {
        this.lake = lake;
        this.ssm = lake.open();
        this.client = Rooms.of(SsmClient.class, ssm.rooms(EngineLake.CALLER)).client();
    }

    @TestFactory
    Stream<DynamicTest> callsAreAnsweredAsAwsAnswersThem() {
        if (lake.count("select count(*) from secretsmanager_secret where name = 'referenced'") == 0) {
            lake.secret("referenced", "a secret");
        }
        return CallScript.of(ParametersTest.class, "parameters.txt").tests(INDEX, () -> ssm.rooms(EngineLake.CALLER));
    }

    @Test
    void noSecureStringIsInTheDatabaseAndNoneIsAnsweredUnasked() {
        client.putParameter(
                put -> put.name("sealed").value("very-secret-indeed").type(ParameterType.SECURE_STRING));

        assertThat(lake.count("select count(*) from ssm_version where value like '%very-secret%'"))
                .isZero();
        assertThat(client.getParameter(get -> get.name("sealed")).parameter().value())
                .doesNotContain("very-secret");
        assertThat(client.getParameter(get -> get.name("sealed").withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo("very-secret-indeed");
    }

    @Test
    void theOldestOfAHundredVersionsGoesUnlessItHasALabel() {
        client.putParameter(put -> put.name("/many").value("1").type(ParameterType.STRING));
        client.labelParameterVersion(label -> label.name("/many").labels("kept"));
        for (int version = 2; version <= 100; version++) {
            overwrite("/many", Integer.toString(version));
        }

        assertThatThrownBy(() -> overwrite("/many", "101"))
                .isInstanceOf(ParameterMaxVersionLimitExceededException.class)
                .hasMessageContaining("Version 1, the oldest version, can't be deleted");
        client.labelParameterVersion(label -> label.name("/many").labels("kept"));
        overwrite("/many", "101");

        assertThat(client.getParameterHistoryPaginator(get -> get.name("/many")).stream()
                        .flatMap(page -> page.parameters().stream()))
                .hasSize(100)
                .extracting("version")
                .contains(2L, 101L)
                .doesNotContain(1L);
    }

    private void overwrite(String name, String value) {
        client.putParameter(put -> put.name(name).value(value).overwrite(true));
    }
}
