package io.laguna.emulator.redshift.server;

import java.util.List;
import java.util.Optional;

/** A cluster or workgroup as the state has it when it is asked. */
public interface ClusterFacts {
    String identifier();

    boolean serverless();

    String account();

    String region();

    /** Returns the ARNs of the IAM roles that the cluster may take on. */
    List<String> roles();

    Optional<String> defaultRole();

    /** Returns PostgreSQL's settings for the parameters of its group, each {@code name=value}. */
    List<String> engineSettings();

    /** Tells whether clients without TLS are refused. */
    boolean requiresTls();
}
