package io.laguna.emulator.edge;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.sts.Identity;
import io.laguna.emulator.sts.Principal;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.emulator.testkit.OperationsPage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Tests of the sections of S3 and STS on the page of operations. */
class OperationsPageTest {
    /** The test asks S3Proxy for each operation, because S3Proxy has no list of what it does. */
    @Test
    void thePageSaysOfS3WhatItDoes(@TempDir Path folder) {
        try (TestEdge edge = TestEdge.open(folder);
                S3Client s3 = edge.single()) {
            Map<String, S3Probe.Outcome> outcomes = new S3Probe(edge, s3).outcomes();
            Set<String> all = new TreeSet<>(outcomes.keySet());
            all.addAll(S3Probe.NOT_SENT_HERE);
            Set<String> supported = new TreeSet<>(outcomes.keySet());
            supported.removeIf(name -> outcomes.get(name).isRefused());
            OperationsPage.check("s3", supported, all);
        }
    }

    @Test
    void thePageSaysOfStsWhatTheCodeSays() {
        MountedService sts = StsMount.of(new SessionSeal(new byte[32]), Clock.systemUTC(), true);
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
