package io.laguna.emulator.edge;

import io.laguna.emulator.edge.service.MountedService;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.emulator.testkit.OperationsPage;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;

/** The section of STS on the page of operations. */
class OperationsPageTest {
    @Test
    void thePageSaysOfStsWhatTheCodeSays() {
        MountedService sts = StsMount.of(new SessionSeal(new byte[32]), Directory.EMPTY, Clock.systemUTC(), true);
        Identity somebody = new Identity(Caller.DEFAULT, Principal.anonymous(Caller.DEFAULT_ACCOUNT));
        OperationsPage.check(
                "sts",
                sts.service().join().apply(somebody).operations(),
                sts.description().operations().keySet());
    }

    @Test
    void theCommittedIndexOfStsIsWhatTheSdkSays() {
        new CommittedIndex(StsClient.class, "sts-2011-06-15", "sts").check();
    }
}
