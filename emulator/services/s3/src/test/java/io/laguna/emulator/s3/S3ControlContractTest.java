package io.laguna.emulator.s3;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.emulator.testkit.OperationsPage;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3control.S3ControlClient;

class S3ControlContractTest {
    private static final CommittedIndex INDEX =
            new CommittedIndex(S3ControlClient.class, "s3-control-2018-08-20", "s3control");

    @Test
    void theCommittedIndexIsWhatTheSdkSays() {
        INDEX.check();
    }

    @Test
    void thePageOfOperationsIsWhatTheCodeSays(@TempDir Path folder) {
        try (S3 s3 = S3.open(folder)) {
            OperationsPage.check(
                    "s3control",
                    Rooms.of(S3ControlClient.class, s3.control().rooms(Caller.DEFAULT))
                            .operations(),
                    INDEX.description().operations().keySet());
        }
    }
}
