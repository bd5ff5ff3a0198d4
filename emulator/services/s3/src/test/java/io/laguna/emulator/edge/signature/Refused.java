package io.laguna.emulator.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The check that a client of the SDK is refused with an error of AWS's. */
final class Refused {
    private Refused() {}

    static void check(Runnable call, int status, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AwsServiceException.class, failure -> {
            assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(failure.statusCode()).isEqualTo(status);
        });
    }
}
